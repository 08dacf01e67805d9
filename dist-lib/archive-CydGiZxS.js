import { T as SysError, a as isatty, h as readAll, i as files } from "./sys-DzG-ihIq.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
import { t as globMatcher } from "./glob-SnuKdm7u.js";
import { i as bytesOf, o as textOf } from "./lines-C_9WBvXS.js";
import { modeText } from "./ls-CJo5aQxZ.js";
import { a as usageError, r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// node_modules/fflate/esm/browser.js
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	1,
	1,
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	3,
	3,
	4,
	4,
	4,
	4,
	5,
	5,
	5,
	5,
	0,
	0,
	0,
	0
]);
var fdeb = new u8([
	0,
	0,
	0,
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	5,
	6,
	6,
	7,
	7,
	8,
	8,
	9,
	9,
	10,
	10,
	11,
	11,
	12,
	12,
	13,
	13,
	0,
	0
]);
var clim = new u8([
	16,
	17,
	18,
	0,
	8,
	7,
	9,
	6,
	10,
	5,
	11,
	4,
	12,
	3,
	13,
	2,
	14,
	1,
	15
]);
var freb = function(eb, start) {
	var b = new u16(31);
	for (var i = 0; i < 31; ++i) b[i] = start += 1 << eb[i - 1];
	var r = new i32(b[30]);
	for (var i = 1; i < 30; ++i) for (var j = b[i]; j < b[i + 1]; ++j) r[j] = j - b[i] << 5 | i;
	return {
		b,
		r
	};
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
	var x = (i & 43690) >> 1 | (i & 21845) << 1;
	x = (x & 52428) >> 2 | (x & 13107) << 2;
	x = (x & 61680) >> 4 | (x & 3855) << 4;
	rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var hMap = (function(cd, mb, r) {
	var s = cd.length;
	var i = 0;
	var l = new u16(mb);
	for (; i < s; ++i) if (cd[i]) ++l[cd[i] - 1];
	var le = new u16(mb);
	for (i = 1; i < mb; ++i) le[i] = le[i - 1] + l[i - 1] << 1;
	var co;
	if (r) {
		co = new u16(1 << mb);
		var rvb = 15 - mb;
		for (i = 0; i < s; ++i) if (cd[i]) {
			var sv = i << 4 | cd[i];
			var r_1 = mb - cd[i];
			var v = le[cd[i] - 1]++ << r_1;
			for (var m = v | (1 << r_1) - 1; v <= m; ++v) co[rev[v] >> rvb] = sv;
		}
	} else {
		co = new u16(s);
		for (i = 0; i < s; ++i) if (cd[i]) co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
	}
	return co;
});
var flt = new u8(288);
for (var i = 0; i < 144; ++i) flt[i] = 8;
for (var i = 144; i < 256; ++i) flt[i] = 9;
for (var i = 256; i < 280; ++i) flt[i] = 7;
for (var i = 280; i < 288; ++i) flt[i] = 8;
var fdt = new u8(32);
for (var i = 0; i < 32; ++i) fdt[i] = 5;
var flm = /*#__PURE__*/ hMap(flt, 9, 0);
var flrm = /*#__PURE__*/ hMap(flt, 9, 1);
var fdm = /*#__PURE__*/ hMap(fdt, 5, 0);
var fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
var max = function(a) {
	var m = a[0];
	for (var i = 1; i < a.length; ++i) if (a[i] > m) m = a[i];
	return m;
};
var bits = function(d, p, m) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
	return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	return new u8(v.subarray(s, e));
};
var ec = [
	"unexpected EOF",
	"invalid block type",
	"invalid length/literal",
	"invalid distance",
	"stream finished",
	"no stream handler",
	,
	"no callback",
	"invalid UTF-8 data",
	"extra field too long",
	"date not in range 1980-2099",
	"filename too long",
	"stream finishing",
	"invalid zip data"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var inflt = function(dat, st, buf, dict) {
	var sl = dat.length, dl = dict ? dict.length : 0;
	if (!sl || st.f && !st.l) return buf || new u8(0);
	var noBuf = !buf;
	var resize = noBuf || st.i != 2;
	var noSt = st.i;
	if (noBuf) buf = new u8(sl * 3);
	var cbuf = function(l) {
		var bl = buf.length;
		if (l > bl) {
			var nbuf = new u8(Math.max(bl * 2, l));
			nbuf.set(buf);
			buf = nbuf;
		}
	};
	var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
	var tbts = sl * 8;
	do {
		if (!lm) {
			final = bits(dat, pos, 1);
			var type = bits(dat, pos + 1, 3);
			pos += 3;
			if (!type) {
				var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
				if (t > sl) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + l);
				buf.set(dat.subarray(s, t), bt);
				st.b = bt += l, st.p = pos = t * 8, st.f = final;
				continue;
			} else if (type == 1) lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
			else if (type == 2) {
				var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
				var tl = hLit + bits(dat, pos + 5, 31) + 1;
				pos += 14;
				var ldt = new u8(tl);
				var clt = new u8(19);
				for (var i = 0; i < hcLen; ++i) clt[clim[i]] = bits(dat, pos + i * 3, 7);
				pos += hcLen * 3;
				var clb = max(clt), clbmsk = (1 << clb) - 1;
				var clm = hMap(clt, clb, 1);
				for (var i = 0; i < tl;) {
					var r = clm[bits(dat, pos, clbmsk)];
					pos += r & 15;
					var s = r >> 4;
					if (s < 16) ldt[i++] = s;
					else {
						var c = 0, n = 0;
						if (s == 16) n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
						else if (s == 17) n = 3 + bits(dat, pos, 7), pos += 3;
						else if (s == 18) n = 11 + bits(dat, pos, 127), pos += 7;
						while (n--) ldt[i++] = c;
					}
				}
				var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
				lbt = max(lt);
				dbt = max(dt);
				lm = hMap(lt, lbt, 1);
				dm = hMap(dt, dbt, 1);
			} else err(1);
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
		}
		if (resize) cbuf(bt + 131072);
		var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
		var lpos = pos;
		for (;; lpos = pos) {
			var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
			pos += c & 15;
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
			if (!c) err(2);
			if (sym < 256) buf[bt++] = sym;
			else if (sym == 256) {
				lpos = pos, lm = null;
				break;
			} else {
				var add = sym - 254;
				if (sym > 264) {
					var i = sym - 257, b = fleb[i];
					add = bits(dat, pos, (1 << b) - 1) + fl[i];
					pos += b;
				}
				var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
				if (!d) err(3);
				pos += d & 15;
				var dt = fd[dsym];
				if (dsym > 3) {
					var b = fdeb[dsym];
					dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
				}
				if (pos > tbts) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + 131072);
				var end = bt + add;
				if (bt < dt) {
					var shift = dl - dt, dend = Math.min(dt, end);
					if (shift + bt < 0) err(3);
					for (; bt < dend; ++bt) buf[bt] = dict[shift + bt];
				}
				for (; bt < end; ++bt) buf[bt] = buf[bt - dt];
			}
		}
		st.l = lm, st.p = lpos, st.b = bt, st.f = final;
		if (lm) final = 1, st.m = lbt, st.d = dm, st.n = dbt;
	} while (!final);
	return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var wbits = function(d, p, v) {
	v <<= p & 7;
	var o = p / 8 | 0;
	d[o] |= v;
	d[o + 1] |= v >> 8;
};
var wbits16 = function(d, p, v) {
	v <<= p & 7;
	var o = p / 8 | 0;
	d[o] |= v;
	d[o + 1] |= v >> 8;
	d[o + 2] |= v >> 16;
};
var hTree = function(d, mb) {
	var t = [];
	for (var i = 0; i < d.length; ++i) if (d[i]) t.push({
		s: i,
		f: d[i]
	});
	var s = t.length;
	var t2 = t.slice();
	if (!s) return {
		t: et,
		l: 0
	};
	if (s == 1) {
		var v = new u8(t[0].s + 1);
		v[t[0].s] = 1;
		return {
			t: v,
			l: 1
		};
	}
	t.sort(function(a, b) {
		return a.f - b.f;
	});
	t.push({
		s: -1,
		f: 25001
	});
	var l = t[0], r = t[1], i0 = 0, i1 = 1, i2 = 2;
	t[0] = {
		s: -1,
		f: l.f + r.f,
		l,
		r
	};
	while (i1 != s - 1) {
		l = t[t[i0].f < t[i2].f ? i0++ : i2++];
		r = t[i0 != i1 && t[i0].f < t[i2].f ? i0++ : i2++];
		t[i1++] = {
			s: -1,
			f: l.f + r.f,
			l,
			r
		};
	}
	var maxSym = t2[0].s;
	for (var i = 1; i < s; ++i) if (t2[i].s > maxSym) maxSym = t2[i].s;
	var tr = new u16(maxSym + 1);
	var mbt = ln(t[i1 - 1], tr, 0);
	if (mbt > mb) {
		var i = 0, dt = 0;
		var lft = mbt - mb, cst = 1 << lft;
		t2.sort(function(a, b) {
			return tr[b.s] - tr[a.s] || a.f - b.f;
		});
		for (; i < s; ++i) {
			var i2_1 = t2[i].s;
			if (tr[i2_1] > mb) {
				dt += cst - (1 << mbt - tr[i2_1]);
				tr[i2_1] = mb;
			} else break;
		}
		dt >>= lft;
		while (dt > 0) {
			var i2_2 = t2[i].s;
			if (tr[i2_2] < mb) dt -= 1 << mb - tr[i2_2]++ - 1;
			else ++i;
		}
		for (; i >= 0 && dt; --i) {
			var i2_3 = t2[i].s;
			if (tr[i2_3] == mb) {
				--tr[i2_3];
				++dt;
			}
		}
		mbt = mb;
	}
	return {
		t: new u8(tr),
		l: mbt
	};
};
var ln = function(n, l, d) {
	return n.s == -1 ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1)) : l[n.s] = d;
};
var lc = function(c) {
	var s = c.length;
	while (s && !c[--s]);
	var cl = new u16(++s);
	var cli = 0, cln = c[0], cls = 1;
	var w = function(v) {
		cl[cli++] = v;
	};
	for (var i = 1; i <= s; ++i) if (c[i] == cln && i != s) ++cls;
	else {
		if (!cln && cls > 2) {
			for (; cls > 138; cls -= 138) w(32754);
			if (cls > 2) {
				w(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305);
				cls = 0;
			}
		} else if (cls > 3) {
			w(cln), --cls;
			for (; cls > 6; cls -= 6) w(8304);
			if (cls > 2) w(cls - 3 << 5 | 8208), cls = 0;
		}
		while (cls--) w(cln);
		cls = 1;
		cln = c[i];
	}
	return {
		c: cl.subarray(0, cli),
		n: s
	};
};
var clen = function(cf, cl) {
	var l = 0;
	for (var i = 0; i < cl.length; ++i) l += cf[i] * cl[i];
	return l;
};
var wfblk = function(out, pos, dat) {
	var s = dat.length;
	var o = shft(pos + 2);
	out[o] = s & 255;
	out[o + 1] = s >> 8;
	out[o + 2] = out[o] ^ 255;
	out[o + 3] = out[o + 1] ^ 255;
	for (var i = 0; i < s; ++i) out[o + i + 4] = dat[i];
	return (o + 4 + s) * 8;
};
var wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
	wbits(out, p++, final);
	++lf[256];
	var _a = hTree(lf, 15), dlt = _a.t, mlb = _a.l;
	var _b = hTree(df, 15), ddt = _b.t, mdb = _b.l;
	var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
	var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
	var lcfreq = new u16(19);
	for (var i = 0; i < lclt.length; ++i) ++lcfreq[lclt[i] & 31];
	for (var i = 0; i < lcdt.length; ++i) ++lcfreq[lcdt[i] & 31];
	var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
	var nlcc = 19;
	for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc);
	var flen = bl + 5 << 3;
	var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
	var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
	if (bs >= 0 && flen <= ftlen && flen <= dtlen) return wfblk(out, p, dat.subarray(bs, bs + bl));
	var lm, ll, dm, dl;
	wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
	if (dtlen < ftlen) {
		lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
		var llm = hMap(lct, mlcb, 0);
		wbits(out, p, nlc - 257);
		wbits(out, p + 5, ndc - 1);
		wbits(out, p + 10, nlcc - 4);
		p += 14;
		for (var i = 0; i < nlcc; ++i) wbits(out, p + 3 * i, lct[clim[i]]);
		p += 3 * nlcc;
		var lcts = [lclt, lcdt];
		for (var it = 0; it < 2; ++it) {
			var clct = lcts[it];
			for (var i = 0; i < clct.length; ++i) {
				var len = clct[i] & 31;
				wbits(out, p, llm[len]), p += lct[len];
				if (len > 15) wbits(out, p, clct[i] >> 5 & 127), p += clct[i] >> 12;
			}
		}
	} else lm = flm, ll = flt, dm = fdm, dl = fdt;
	for (var i = 0; i < li; ++i) {
		var sym = syms[i];
		if (sym > 255) {
			var len = sym >> 18 & 31;
			wbits16(out, p, lm[len + 257]), p += ll[len + 257];
			if (len > 7) wbits(out, p, sym >> 23 & 31), p += fleb[len];
			var dst = sym & 31;
			wbits16(out, p, dm[dst]), p += dl[dst];
			if (dst > 3) wbits16(out, p, sym >> 5 & 8191), p += fdeb[dst];
		} else wbits16(out, p, lm[sym]), p += ll[sym];
	}
	wbits16(out, p, lm[256]);
	return p + ll[256];
};
var deo = /*#__PURE__*/ new i32([
	65540,
	131080,
	131088,
	131104,
	262176,
	1048704,
	1048832,
	2114560,
	2117632
]);
var et = /*#__PURE__*/ new u8(0);
var dflt = function(dat, lvl, plvl, pre, post, st) {
	var s = st.z || dat.length;
	var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7e3)) + post);
	var w = o.subarray(pre, o.length - post);
	var lst = st.l;
	var pos = (st.r || 0) & 7;
	if (lvl) {
		if (pos) w[0] = st.r >> 3;
		var opt = deo[lvl - 1];
		var n = opt >> 13, c = opt & 8191;
		var msk_1 = (1 << plvl) - 1;
		var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
		var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
		var hsh = function(i) {
			return (dat[i] ^ dat[i + 1] << bs1_1 ^ dat[i + 2] << bs2_1) & msk_1;
		};
		var syms = new i32(25e3);
		var lf = new u16(288), df = new u16(32);
		var lc_1 = 0, eb = 0, i = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
		for (; i + 2 < s; ++i) {
			var hv = hsh(i);
			var imod = i & 32767, pimod = head[hv];
			prev[imod] = pimod;
			head[hv] = imod;
			if (wi <= i) {
				var rem = s - i;
				if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
					pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i - bs, pos);
					li = lc_1 = eb = 0, bs = i;
					for (var j = 0; j < 286; ++j) lf[j] = 0;
					for (var j = 0; j < 30; ++j) df[j] = 0;
				}
				var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
				if (rem > 2 && hv == hsh(i - dif)) {
					var maxn = Math.min(n, rem) - 1;
					var maxd = Math.min(32767, i);
					var ml = Math.min(258, rem);
					while (dif <= maxd && --ch_1 && imod != pimod) {
						if (dat[i + l] == dat[i + l - dif]) {
							var nl = 0;
							for (; nl < ml && dat[i + nl] == dat[i + nl - dif]; ++nl);
							if (nl > l) {
								l = nl, d = dif;
								if (nl > maxn) break;
								var mmd = Math.min(dif, nl - 2);
								var md = 0;
								for (var j = 0; j < mmd; ++j) {
									var ti = i - dif + j & 32767;
									var cd = ti - prev[ti] & 32767;
									if (cd > md) md = cd, pimod = ti;
								}
							}
						}
						imod = pimod, pimod = prev[imod];
						dif += imod - pimod & 32767;
					}
				}
				if (d) {
					syms[li++] = 268435456 | revfl[l] << 18 | revfd[d];
					var lin = revfl[l] & 31, din = revfd[d] & 31;
					eb += fleb[lin] + fdeb[din];
					++lf[257 + lin];
					++df[din];
					wi = i + l;
					++lc_1;
				} else {
					syms[li++] = dat[i];
					++lf[dat[i]];
				}
			}
		}
		for (i = Math.max(i, wi); i < s; ++i) {
			syms[li++] = dat[i];
			++lf[dat[i]];
		}
		pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i - bs, pos);
		if (!lst) {
			st.r = pos & 7 | w[pos / 8 | 0] << 3;
			pos -= 7;
			st.h = head, st.p = prev, st.i = i, st.w = wi;
		}
	} else {
		for (var i = st.w || 0; i < s + lst; i += 65535) {
			var e = i + 65535;
			if (e >= s) {
				w[pos / 8 | 0] = lst;
				e = s;
			}
			pos = wfblk(w, pos + 1, dat.subarray(i, e));
		}
		st.i = s;
	}
	return slc(o, 0, pre + shft(pos) + post);
};
var crct = /*#__PURE__*/ (function() {
	var t = /* @__PURE__ */ new Int32Array(256);
	for (var i = 0; i < 256; ++i) {
		var c = i, k = 9;
		while (--k) c = (c & 1 && -306674912) ^ c >>> 1;
		t[i] = c;
	}
	return t;
})();
var crc = function() {
	var c = -1;
	return {
		p: function(d) {
			var cr = c;
			for (var i = 0; i < d.length; ++i) cr = crct[cr & 255 ^ d[i]] ^ cr >>> 8;
			c = cr;
		},
		d: function() {
			return ~c;
		}
	};
};
var dopt = function(dat, opt, pre, post, st) {
	if (!st) {
		st = { l: 1 };
		if (opt.dictionary) {
			var dict = opt.dictionary.subarray(-32768);
			var newDat = new u8(dict.length + dat.length);
			newDat.set(dict);
			newDat.set(dat, dict.length);
			dat = newDat;
			st.w = dict.length;
		}
	}
	return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st);
};
var wbytes = function(d, b, v) {
	for (; v; ++b) d[b] = v, v >>>= 8;
};
var gzh = function(c, o) {
	var fn = o.filename;
	c[0] = 31, c[1] = 139, c[2] = 8, c[8] = o.level < 2 ? 4 : o.level == 9 ? 2 : 0, c[9] = 3;
	if (o.mtime != 0) wbytes(c, 4, Math.floor(new Date(o.mtime || Date.now()) / 1e3));
	if (fn) {
		c[3] = 8;
		for (var i = 0; i <= fn.length; ++i) c[i + 10] = fn.charCodeAt(i);
	}
};
var gzs = function(d) {
	if (d[0] != 31 || d[1] != 139 || d[2] != 8) err(6, "invalid gzip data");
	var flg = d[3];
	var st = 10;
	if (flg & 4) st += (d[10] | d[11] << 8) + 2;
	for (var zs = (flg >> 3 & 1) + (flg >> 4 & 1); zs > 0; zs -= !d[st++]);
	return st + (flg & 2);
};
var gzl = function(d) {
	var l = d.length;
	return (d[l - 4] | d[l - 3] << 8 | d[l - 2] << 16 | d[l - 1] << 24) >>> 0;
};
var gzhl = function(o) {
	return 10 + (o.filename ? o.filename.length + 1 : 0);
};
/**
* Compresses data with GZIP
* @param data The data to compress
* @param opts The compression options
* @returns The gzipped version of the data
*/
function gzipSync(data, opts) {
	if (!opts) opts = {};
	var c = crc(), l = data.length;
	c.p(data);
	var d = dopt(data, opts, gzhl(opts), 8), s = d.length;
	return gzh(d, opts), wbytes(d, s - 8, c.d()), wbytes(d, s - 4, l), d;
}
function gunzipSync(data, opts) {
	var st = gzs(data);
	if (st + 8 > data.length) err(6, "invalid gzip data");
	return inflt(data.subarray(st, -8), { i: 2 }, opts && opts.out || new u8(gzl(data)), opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /*#__PURE__*/ new TextDecoder();
try {
	td.decode(et, { stream: true });
} catch (e) {}
// src/tools/archive.ts
/** gzip, gunzip, zcat and tar. */
var LARGEST = 33554432;
function compressed(bytes, level = 6) {
	return gzipSync(bytes, {
		level,
		mtime: 0
	});
}
/** The content of gzip data; undefined when it is none, or too large. */
function uncompressed(bytes) {
	if (bytes[0] !== 31 || bytes[1] !== 139 || bytes.length < 18) return void 0;
	if (new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true) > LARGEST) return void 0;
	try {
		return gunzipSync(bytes);
	} catch {
		return;
	}
}
var GZIP = "d,decompress,uncompress c,stdout,to-stdout k,keep f,force l,list t,test v,verbose q,quiet n,no-name N r S: 1,fast 2 3 4 5 6 7 8 9,best";
var gzipTool = (defaults) => function* (call) {
	const given = options(call, GZIP);
	const decompress = defaults.decompress || given.has("d") || given.has("t");
	const level = Number(given.given.findLast(([key]) => /^[1-9]$/.test(key))?.[0] ?? 6);
	const convert = (bytes, name) => {
		if (!decompress) return compressed(bytes, level);
		const content = uncompressed(bytes);
		if (!content) throw new Failure(call.busybox ? `${name === "stdin" ? "" : `${name}: `}invalid magic` : `\n${call.name}: ${name}: not in gzip format`, 1, !call.busybox);
		return content;
	};
	let code = 0;
	for (const path of given.operands.length > 0 ? given.operands : ["-"]) {
		if (path === "-") {
			if ((yield* isatty(decompress ? 0 : 1)) && !given.has("f") && !given.has("c")) throw new Failure(call.busybox ? "compressed data not written to terminal" : `compressed data not ${decompress ? "read from" : "written to"} a terminal. Use -f to force ${decompress ? "de" : ""}compression.\nFor help, type: ${call.name} -h`);
			call.put(textOf(convert(bytesOf(yield* readAll(0)), "stdin")));
			continue;
		}
		try {
			yield* files((fs, cwd) => {
				const from = fs.resolve(cwd, path);
				const source = decompress && !fs.exists(from) && fs.exists(`${from}.gz`) ? `${from}.gz` : from;
				if (fs.isDirectory(source)) throw new Failure(`${path} is a directory -- ignored`, 2);
				const bytes = bytesOf(fs.read(source));
				if (!decompress && path.endsWith(".gz") && !given.has("f")) throw new Failure(`${path} already has .gz suffix -- unchanged`, 2);
				if (decompress && !/\.t?gz$/.test(source) && !given.has("c") && !defaults.stdout && !given.has("t")) throw new Failure(`${path}: unknown suffix -- ignored`, 2);
				if (given.has("l")) {
					const size = uncompressed(bytes)?.length ?? 0;
					call.put(`         compressed        uncompressed  ratio uncompressed_name\n${String(bytes.length).padStart(19)} ${String(size).padStart(19)} ${(size === 0 ? 0 : (1 - (bytes.length - 18) / size) * 100).toFixed(1).padStart(5)}% ${path.replace(/\.gz$/, "")}\n`);
					return;
				}
				const result = convert(bytes, path);
				if (given.has("t")) return;
				if (given.has("c") || defaults.stdout) return call.put(textOf(result));
				const to = decompress ? source.replace(/\.tgz$/, ".tar").replace(/\.gz$/, "") : `${source}.gz`;
				if (fs.exists(to) && !given.has("f")) throw new Failure(`${to} already exists; not overwritten`, 2);
				fs.write(to, textOf(result), { mode: fs.stat(source)?.mode ?? 420 });
				if (!given.has("k")) fs.remove(source);
			});
		} catch (error) {
			if (error instanceof SysError) yield* call.warn(`${path}: ${error.message}`);
			else if (error instanceof Failure) yield* error.bare ? call.note(`${error.message}\n`) : call.warn(error.message);
			else throw error;
			code = Math.max(code, error instanceof Failure ? error.code : 1);
		}
	}
	return code;
};
var gzip = gzipTool({
	decompress: false,
	stdout: false
});
var gunzip = gzipTool({
	decompress: true,
	stdout: false
});
var zcat = gzipTool({
	decompress: true,
	stdout: true
});
var BLOCK = 512;
/** One member as tar blocks: POSIX ustar. */
function blocksOf({ name, entry, bytes }) {
	const block = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK);
	const put = (at, text) => block.set(bytesOf(text), at);
	const octal = (value, width) => value.toString(8).padStart(width, "0");
	const path = bytesOf(name);
	if (path.length > 100) {
		const cut = name.lastIndexOf("/", name.length - 2);
		const at = name.slice(0, cut).length > 155 ? -1 : cut;
		if (at <= 0 || name.length - at - 1 > 100) throw new Failure(`${name}: file name is too long (cannot be split); not dumped`, 2);
		put(345, name.slice(0, at));
		put(0, name.slice(at + 1));
	} else block.set(path, 0);
	put(100, `${octal(entry.mode & 4095, 7)}\0${octal(1e3, 7)}\0${octal(1e3, 7)}\0`);
	put(124, `${octal(bytes.length, 11)}\0${octal(Math.floor(entry.modified / 1e3), 11)}\0        `);
	put(156, entry.kind === "directory" ? "5" : "0");
	put(257, "ustar\x0000learner");
	put(297, "learner");
	put(148, `${octal(block.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0), 6)}\0 `);
	block.set(bytes, BLOCK);
	return block;
}
function packed(members) {
	const parts = members.map(blocksOf);
	const size = parts.reduce((sum, part) => sum + part.length, 0);
	const all = new Uint8Array(Math.ceil((size + 2 * BLOCK) / 10240) * 10240);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
/** The members of an archive; undefined when it is none. */
function unpacked(bytes) {
	const members = [];
	const text = (from, length) => textOf(bytes.subarray(from, from + length)).replace(/\0.*$/s, "");
	for (let at = 0; at + BLOCK <= bytes.length;) {
		if (bytes[at] === 0) break;
		const size = Number.parseInt(text(at + 124, 12).trim(), 8);
		const mode = Number.parseInt(text(at + 100, 8).trim(), 8);
		if (Number.isNaN(size) || Number.isNaN(mode) || text(at + 257, 5) !== "ustar") return void 0;
		const prefix = text(at + 345, 155);
		const name = `${prefix === "" ? "" : `${prefix}/`}${text(at, 100)}`;
		const kind = bytes[at + 156] === 53 || name.endsWith("/") ? "directory" : "file";
		const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
		const modified = Number.parseInt(text(at + 136, 12).trim(), 8) * 1e3 || 0;
		members.push({
			name,
			bytes: content,
			entry: {
				kind,
				mode: mode & 4095,
				modified,
				text: ""
			}
		});
		at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
	}
	return members.length > 0 || bytes.length >= 2 * BLOCK ? members : void 0;
}
var TAR = "c,create x,extract,get t,list r,append u f,file: v,verbose z,gzip,gunzip,ungzip j J a,auto-compress C,directory: O,to-stdout p,same-permissions,preserve-permissions k,keep-old-files strip-components: exclude: m,touch P,absolute-names h no-same-owner no-same-permissions o T: X: numeric-owner owner: group: wildcards";
var tar = function* (call) {
	const args = call.args[0] && !call.args[0].startsWith("-") ? bundled(call.args) : call.args;
	const given = options(call, TAR, {
		args,
		code: call.busybox ? 1 : 2
	});
	const modes = [
		"c",
		"x",
		"t"
	].filter((name) => given.has(name));
	if (given.has("j") || given.has("J")) throw new Failure("only gzip compression (-z) is supported here", 2);
	if (given.has("r") || given.has("u")) throw new Failure("archives cannot be appended to (-r, -u) here", 2);
	if (modes.length !== 1) throw new Failure(call.busybox ? usageError(call, "").trimStart() : modes.length === 0 ? `You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\nTry 'tar --help' or 'tar --usage' for more information.` : "You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option\nTry 'tar --help' or 'tar --usage' for more information.", call.busybox ? 1 : 2, call.busybox);
	const folder = given.get("C") ?? ".";
	if (!(yield* files((fs, cwd) => fs.isDirectory(fs.resolve(cwd, folder))))) throw new Failure(call.busybox ? `can't change directory to '${folder}': No such file or directory` : `${folder}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now`, call.busybox ? 1 : 2);
	return given.has("c") ? yield* create(call, given, folder) : yield* extract(call, given, folder);
};
/** `czf a b` as `-czf a b`: letters that take an argument take the next words in turn. */
function bundled([first = "", ...rest]) {
	const out = [];
	const words = [...rest];
	for (const letter of first) {
		out.push(`-${letter}`);
		if ("fCTX".includes(letter) && words.length > 0) out.push(words.shift());
	}
	return [...out, ...words];
}
function* create(call, given, folder) {
	if (given.operands.length === 0) throw new Failure("Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.", 2);
	const excluded = given.all("exclude").map((one) => globMatcher(one));
	const target = given.get("f") ?? "-";
	const members = [];
	let code = 0;
	let stripped = false;
	for (const operand of given.operands) {
		const found = yield* files((fs, cwd) => {
			const base = fs.resolve(cwd, folder);
			const output = fs.resolve(cwd, target);
			const list = [];
			const visit = (path, name) => {
				if (path === output || excluded.some((test) => test(name) || test(name.replace(/^.*\//, "")) || test(name.replace(/^\.\//, "")))) return;
				const entry = fs.stat(path);
				const isFolder = entry.kind === "directory";
				list.push({
					name: isFolder ? `${name.replace(/\/$/, "")}/` : name,
					entry,
					bytes: isFolder ? /* @__PURE__ */ new Uint8Array() : bytesOf(fs.read(path))
				});
				if (isFolder) for (const child of fs.list(path)) visit(fs.resolve(path, child), `${name.replace(/\/$/, "")}/${child}`);
			};
			const start = fs.resolve(base, operand);
			if (!fs.exists(start)) return void 0;
			visit(start, operand);
			return list;
		});
		if (!found) {
			yield* call.warn(call.busybox ? `${operand}: No such file or directory` : `${operand}: Cannot stat: No such file or directory`);
			code = call.busybox ? 1 : 2;
			continue;
		}
		for (const member of found) {
			const name = given.has("P") ? member.name : member.name.replace(/^\/+/, "");
			if (name !== member.name && !stripped) {
				stripped = true;
				yield* call.warn(call.busybox ? "removing leading '/' from member names" : "Removing leading `/' from member names");
			}
			if (name === "") continue;
			members.push({
				...member,
				name
			});
			if (given.has("v")) yield* target === "-" ? call.note(`${member.name}\n`) : put(call, `${member.name}\n`);
		}
	}
	const archive = packed(members);
	const text = textOf(given.has("z") || given.has("a") && /\.t?gz$/.test(target) ? compressed(archive) : archive);
	if (target === "-") call.put(text);
	else try {
		yield* files((fs, cwd) => fs.write(fs.resolve(cwd, target), text));
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		throw new Failure(call.busybox ? `can't open '${target}': ${error.message}` : `${target}: Cannot open: ${error.message}\ntar: Error is not recoverable: exiting now`, call.busybox ? 1 : 2);
	}
	if (code !== 0 && !call.busybox) yield* call.warn("Exiting with failure status due to previous errors");
	return code;
}
function* put(call, text) {
	call.put(text);
}
function* extract(call, given, folder) {
	const source = given.get("f") ?? "-";
	let text;
	try {
		text = source === "-" ? yield* readAll(0) : yield* files((fs, cwd) => fs.read(fs.resolve(cwd, source)));
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		throw new Failure(call.busybox ? `can't open '${source}': ${error.message}` : `${source}: Cannot open: ${error.message}\ntar: Error is not recoverable: exiting now`, call.busybox ? 1 : 2);
	}
	const raw = bytesOf(text);
	const bytes = uncompressed(raw) ?? raw;
	const members = given.has("z") && bytes === raw ? void 0 : unpacked(bytes);
	if (!members) throw new Failure(call.busybox ? given.has("z") ? "invalid magic" : "short read" : given.has("z") ? "Child returned status 1\ntar: Error is not recoverable: exiting now" : "This does not look like a tar archive\ntar: Exiting with failure status due to previous errors", call.busybox ? 1 : 2);
	const strip = Number(given.get("strip-components") ?? 0);
	const excluded = given.all("exclude").map((one) => globMatcher(one));
	const wanted = given.operands.map((one) => one.replace(/\/$/, ""));
	const seen = /* @__PURE__ */ new Set();
	for (const { name, entry, bytes: content } of members) {
		const plain = name.replace(/\/$/, "");
		const match = wanted.find((one) => plain === one || plain.startsWith(`${one}/`) || given.has("wildcards") && globMatcher(one)(plain));
		if (wanted.length > 0 && match === void 0) continue;
		if (match !== void 0) seen.add(match);
		if (excluded.some((test) => test(plain) || test(plain.replace(/^.*\//, "")))) continue;
		if (given.has("t")) {
			call.put(given.has("v") ? `${modeText(entry)} learner/learner ${String(content.length).padStart(9)} ${formatDate("%Y-%m-%d %H:%M", entry.modified)} ${name}\n` : `${name}\n`);
			continue;
		}
		const shown = plain.split("/").slice(strip).join("/");
		if (shown === "") continue;
		if (shown.split("/").includes("..")) {
			yield* call.warn(`${name}: Member name contains '..', skipping`);
			continue;
		}
		if (given.has("v")) call.put(`${name}\n`);
		if (given.has("O")) {
			if (entry.kind === "file") call.put(textOf(content));
			continue;
		}
		yield* files((fs, cwd) => {
			const path = fs.resolve(fs.resolve(cwd, folder), shown.replace(/^\/+/, ""));
			if (entry.kind === "directory") return fs.mkdir(path, { parents: true });
			fs.mkdir(path.slice(0, path.lastIndexOf("/")) || "/", { parents: true });
			if (given.has("k") && fs.exists(path)) throw new Failure(`${shown}: Cannot open: File exists`, 2);
			fs.write(path, textOf(content), { mode: entry.mode });
		});
	}
	const missing = wanted.filter((one) => !seen.has(one));
	for (const one of missing) yield* call.warn(call.busybox ? `${one}: not found in archive` : `${one}: Not found in archive`);
	if (missing.length > 0 && !call.busybox) yield* call.warn("Exiting with failure status due to previous errors");
	return missing.length > 0 ? call.busybox ? 1 : 2 : 0;
}
export { compressed, gunzip, gzip, packed, tar, uncompressed, unpacked, zcat };
