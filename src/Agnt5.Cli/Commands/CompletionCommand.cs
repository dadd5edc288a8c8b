using System.CommandLine;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 completion</c>: a script that lets a shell complete commands and options. It asks the program itself, so it does not age.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new("shell") { Description = "bash, zsh, fish or pwsh." };

    public static Command Create()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Prints a script that completes 'dotnet-agnt5' in a shell.") { Shell };
        command.SetAction(Print);
        return command;
    }

    private static int Print(ParseResult parsed)
    {
        CommandOutput.Of(parsed).Out.Write((parsed.GetRequiredValue(Shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => PowerShell,
        }).ReplaceLineEndings("\n"));
        return ExitCodes.Success;
    }

    private const string Bash = """
        # Put this into ~/.bashrc:  eval "$(dotnet-agnt5 completion bash)"
        _dotnet_agnt5() {
            local IFS=$'\n'
            local word="${COMP_WORDS[COMP_CWORD]}"
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" complete "${COMP_POINT}" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _dotnet_agnt5 dotnet-agnt5

        """;

    private const string Zsh = """
        # Put this into ~/.zshrc, behind compinit:  eval "$(dotnet-agnt5 completion zsh)"
        _dotnet_agnt5() {
            local -a found
            found=("${(@f)$("${words[1]}" complete "${CURSOR}" "${BUFFER}" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
        }
        compdef _dotnet_agnt5 dotnet-agnt5

        """;

    private const string Fish = """
        # Put this into ~/.config/fish/config.fish:  dotnet-agnt5 completion fish | source
        function __dotnet_agnt5
            set -l line (commandline -cp)
            set -l found (dotnet-agnt5 complete (string length -- "$line") "$line" 2>/dev/null)
            if set -q found[1]
                printf '%s\n' $found
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c dotnet-agnt5 -f -a "(__dotnet_agnt5)"

        """;

    private const string PowerShell = """
        # Put this into $PROFILE:  dotnet-agnt5 completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName dotnet-agnt5 -ScriptBlock {
            param($word, $command, $cursor)
            dotnet-agnt5 complete $cursor "$command" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;
}
