using Agnt5.Protocol;

namespace Agnt5.Hosting;

/// <summary>The command that sends one signed invoke, in the words of the shell that a developer most likely has.</summary>
internal static class InvokeCommand
{
    private const string AttemptId = "try-1:0";

    // Windows gives PSModulePath to every process, other systems only to what PowerShell starts. Git's bash on Windows says so in MSYSTEM.
    private static bool IsForPowerShell => OperatingSystem.IsWindows() ? !IsSet("MSYSTEM") : IsSet("PSModulePath");

    /// <summary>The shell that the command is for.</summary>
    public static string Shell => IsForPowerShell ? "PowerShell" : "bash";

    /// <param name="url">Where the endpoint is mounted.</param>
    /// <param name="body">The envelope.</param>
    /// <param name="secretFile">The file that holds the secret, or <see langword="null"/> where the developer fills it in.</param>
    /// <param name="placeholder">What stands in place of the secret then.</param>
    public static string For(string url, string body, string? secretFile, string placeholder) =>
        IsForPowerShell ? PowerShell(url, body, secretFile, placeholder) : Bash(url, body, secretFile, placeholder);

    // The status goes to the terminal and not into the answer: a redirection to HTTPS has no body, and would print nothing.
    private static string Bash(string url, string body, string? secretFile, string placeholder) =>
        $$"""
          SECRET={{(secretFile is null ? Quoted(placeholder) : $"$(cat {Quoted(secretFile)})")}}
          BODY={{Quoted(body)}}
          TIME=$(date +%s)000
          MAC=$(printf '%s' "$TIME.{{AttemptId}}.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
          curl -s -w '%{stderr}\nHTTP %{http_code} %{redirect_url}\n' {{url}}{{ProtocolRoutes.InvokePath}} -H 'Content-Type: application/json' \
            -H 'X-AGNT5-Signature-Version: workerless-hmac-sha256.v1' -H "X-AGNT5-Timestamp: $TIME" \
            -H 'X-AGNT5-Attempt-ID: {{AttemptId}}' -H "X-AGNT5-Signature: sha256=$MAC" --data-binary "$BODY"
        """;

    // As bytes, since Windows PowerShell would send a text in another encoding than the one that was signed.
    private static string PowerShell(string url, string body, string? secretFile, string placeholder) =>
        $$"""
          $secret = {{(secretFile is null ? Literal(placeholder) : $"Get-Content -Raw -LiteralPath {Literal(secretFile)}")}}
          $body = [Text.Encoding]::UTF8.GetBytes({{Literal(body)}})
          $time = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
          $hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($secret))
          $mac = [BitConverter]::ToString($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes("$time.{{AttemptId}}.") + $body)).Replace('-', '').ToLower()
          (Invoke-WebRequest {{url}}{{ProtocolRoutes.InvokePath}} -UseBasicParsing -Method Post -ContentType 'application/json' -Body $body -Headers @{
            'X-AGNT5-Signature-Version' = 'workerless-hmac-sha256.v1'; 'X-AGNT5-Timestamp' = "$time"
            'X-AGNT5-Attempt-ID' = '{{AttemptId}}'; 'X-AGNT5-Signature' = "sha256=$mac" }).Content
        """;

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
