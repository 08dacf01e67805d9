/**
 * Derived data: what a controller could compute from the store each time, kept up to date instead because that is faster.
 * It is no state: it is made from the store when first needed, follows its changes, and is thrown away by a restore.
 */
import type { Change, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';

export class Derived<T> {
  private readonly worlds = new WeakMap<World, { value: T | undefined }>();
  private readonly build: (world: World) => T;
  private readonly apply: (value: T, change: Change, world: World) => void;
  private readonly resources: readonly ResourceName[];

  /** `build` makes the data from all that the store holds; `apply` brings it up to date with one change of those resources. */
  constructor(resources: readonly ResourceName[], build: (world: World) => T, apply: (value: T, change: Change, world: World) => void) {
    this.resources = resources;
    this.build = build;
    this.apply = apply;
  }

  /** The data as of now. */
  of(world: World): T {
    let held = this.worlds.get(world);
    if (!held) {
      const made: { value: T | undefined } = { value: undefined };
      held = made;
      this.worlds.set(world, made);
      world.store.subscribe((change) => {
        if (made.value !== undefined) this.apply(made.value, change, world);
      }, this.resources);
      world.onSnapshot(
        () => {},
        () => {
          made.value = undefined;
        },
      );
    }
    held.value ??= this.build(world);
    return held.value;
  }
}
