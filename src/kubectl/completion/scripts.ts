/** What `kubectl completion SHELL` prints: functions that ask `kubectl __complete` what could stand at the cursor. */

export type CompletionShell = 'bash' | 'zsh' | 'fish' | 'powershell';

const bash = `# bash completion for kubectl                              -*- shell-script -*-

# Asks kubectl what could stand at the cursor: one candidate a line, a tab before its description, and a last line ":N" whose bits say
# whether a space follows (2: no) and whether file names do (4: no).
__kubectl_get_completion_results() {
    local words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
    out=$(kubectl __complete "\${words[@]}" 2>/dev/null)
    directive=\${out##*:}
    out=\${out%:*}
}

__start_kubectl() {
    local cur="\${COMP_WORDS[COMP_CWORD]}" out directive candidate
    COMPREPLY=()
    __kubectl_get_completion_results
    while IFS='' read -r candidate; do
        candidate=\${candidate%%$'\\t'*}
        [[ -n \${candidate} && \${candidate} == "\${cur}"* ]] && COMPREPLY+=("\${candidate}")
    done <<<"\${out}"
    if (((directive & 2) != 0)); then
        compopt -o nospace 2>/dev/null || true
    fi
    if (((directive & 4) != 0)); then
        compopt +o default 2>/dev/null || true
    fi
}

complete -o default -F __start_kubectl kubectl

# ex: ts=4 sw=4 et filetype=sh
`;

const zsh = `#compdef kubectl
compdef _kubectl kubectl

# zsh completion for kubectl                               -*- shell-script -*-

_kubectl() {
    local line directive
    local -a candidates
    while IFS='' read -r line; do
        if [[ \${line} == :* ]]; then
            directive=\${line#:}
        elif [[ -n \${line} ]]; then
            line=\${line//:/\\\\:}
            candidates+=("\${line/$'\\t'/:}")
        fi
    done < <(kubectl __complete "\${words[2,CURRENT]}" 2>/dev/null)
    if (((directive & 4) == 0)) && [ \${#candidates} -eq 0 ]; then
        _arguments '*:filename:_files'
    else
        _describe -V 'completions' candidates
    fi
}

# don't run the completion function when being source-ed or eval-ed
if [ "$funcstack[1]" = "_kubectl" ]; then
    _kubectl
fi
`;

const fish = `# fish completion for kubectl                              -*- shell-script -*-

function __kubectl_perform_completion
    set -l args (commandline -opc)
    set -l last (commandline -ct)
    for line in (kubectl __complete $args[2..-1] "$last" 2>/dev/null)
        string match -q ':*' -- $line; and break
        echo $line
    end
end

complete -c kubectl -e
complete -c kubectl -f -a '(__kubectl_perform_completion)'
`;

const powershell = `# powershell completion for kubectl                        -*- shell-script -*-

[scriptblock]$kubectlCompleterBlock = {
    param($WordToComplete, $CommandAst, $CursorPosition)
    $words = $CommandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() }
    if ($WordToComplete -eq "") { $words += "" }
    kubectl __complete @words 2>$null | Where-Object { $_ -notmatch '^:' } | ForEach-Object {
        $name, $description = $_ -split "\`t", 2
        [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', "$description ")
    }
}

Register-ArgumentCompleter -CommandName 'kubectl' -ScriptBlock $kubectlCompleterBlock
`;

export const COMPLETION_SCRIPTS: Readonly<Record<CompletionShell, string>> = { bash, zsh, fish, powershell };
