/** The supported shells, with the script that runs `yueyi __complete` at each Tab. */
export const SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'powershell', string>> = {
  bash: String.raw`# yueyi 的命令补全（bash 3.2 以上）。在 ~/.bashrc 里写：eval "$(yueyi completion bash)"
# 除了这里写明的字符，一律加引号；按字节比较，汉字不用加。
_yueyi_quote() {
  local LC_ALL=C
  REPLY=$1
  case "$1" in *[!A-Za-z0-9_./=@:,+%$'\x80'-$'\xff'-]*) REPLY="'${'$'}{1//\'/\'\\\'\'}'" ;; esac
}
_yueyi_completion() {
  local line="${'$'}{COMP_LINE:0:COMP_POINT}" word lead='' value rest file kind i REPLY
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  word="${'$'}{words[${'$'}{#words[@]}-1]}"
  # bash 把 = : @ 也当作词的界限，只替换它们后面的部分。
  for ((i = ${'$'}{#word} - 1; i >= 0; i--)); do
    if [[ $COMP_WORDBREAKS == *"${'$'}{word:i:1}"* ]]; then lead="${'$'}{word:0:i+1}"; break; fi
  done
  COMPREPLY=()
  while IFS=$'\t' read -r value rest; do
    case "$value" in
      :files | :folders)
        kind=-f; [[ $value == :folders ]] && kind=-d
        compopt -o filenames 2>/dev/null
        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen "$kind" -- "${'$'}{word#"$lead"}")
        ;;
      *)
        case "$value" in *= | *@) compopt -o nospace 2>/dev/null ;; esac
        value="${'$'}{value#"$lead"}"
        _yueyi_quote "$value"; COMPREPLY+=("$REPLY")
        ;;
    esac
  done < <("$1" __complete -- "${'$'}{words[@]:1}" 2>/dev/null)
}
complete -F _yueyi_completion yueyi
`,
  zsh: String.raw`#compdef yueyi
# yueyi 的命令补全（zsh）。在 ~/.zshrc 里写：eval "$(yueyi completion zsh)"
_yueyi() {
  local line value text
  local -a given values shown open open_shown
  given=("${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}")
  while IFS= read -r line; do
    value=${'$'}{line%%$'\t'*} text=${'$'}{line#*$'\t'}
    case $value in
      :files) _files; return ;;
      :folders) _files -/; return ;;
    esac
    [[ -n $text ]] && text="$value  -- $text" || text=$value
    if [[ $value == *[=@] ]]; then open+=("$value") open_shown+=("$text")
    else values+=("$value") shown+=("$text")
    fi
  done < <("${'$'}{words[1]}" __complete -- "${'$'}{given[@]}" 2>/dev/null)
  (( ${'$'}#values )) && compadd -V yueyi -l -d shown -a values
  (( ${'$'}#open )) && compadd -V yueyi -l -S '' -d open_shown -a open
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _yueyi yueyi
`,
  powershell: String.raw`# yueyi 的命令补全（PowerShell 5.1 以上）。在 $PROFILE 里写：yueyi completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName yueyi -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
    ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
  # 新起一个词时，PowerShell 传不了空的参数，用 --next 说明。
  $next = if ($wordToComplete -eq '') { @('--next') } else { @() }
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    & $commandAst.CommandElements[0].Value __complete @next -- @words 2>$null | ForEach-Object {
      $value, $text = $_ -split "${'`'}t", 2
      if ($value -like ':*') { return }
      if (-not $text) { $text = $value }
      # PowerShell 把弯引号也当作引号。
      $written = if ($value -match '[^\p{L}\p{Nd}._/=-]') { "'" + ($value -replace "['‘’‚‛]", '$0$0') + "'" } else { $value }
      [System.Management.Automation.CompletionResult]::new($written, $value, 'ParameterValue', $text)
    }
  } finally {
    [Console]::OutputEncoding = $encoding
  }
}
`,
};
