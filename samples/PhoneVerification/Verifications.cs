using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Agnt5;

namespace PhoneVerification;

/// <summary>How a verification ended.</summary>
/// <param name="Status">verified, locked or expired.</param>
/// <param name="Attempts">How many codes were entered.</param>
public sealed record Verification(string Status, int Attempts);

public sealed class Verifications(ISms sms)
{
    private const int MaxAttempts = 4;

    private static readonly TimeSpan ValidFor = TimeSpan.FromSeconds(90);

    // Where the timer beside a signal does not wake the run, AGNT5 ends it by this.
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(5);

    /// <summary>Sends a code to a phone, and waits 90 seconds for it. A person may enter it four times. At most three codes an hour go to one number.</summary>
    /// <param name="number">The number of the phone in international form, for example +4915112345678. In other forms, one phone would have several limits.</param>
    [Workflow]
    [RateLimit(3, WindowMs = 3_600_000, KeyExpression = "input.number")]
    public async Task<Verification> VerifyPhone(WorkflowContext ctx, [RegularExpression(@"\+[1-9][0-9]{1,14}")] string number)
    {
        // Two steps: when sending is tried again, the person gets the same code twice, and not two codes.
        var code = await ctx.StepAsync("draw_code", static () => $"{RandomNumberGenerator.GetInt32(1_000_000):000000}");
        await ctx.StepAsync("send_code", ct => sms.SendAsync(number, $"Your code is {code}.", ct), new StepOptions { MaxAttempts = 3 });

        var end = ctx.UtcNow + ValidFor;
        var expiry = ctx.SleepUntilAsync(end, "expiry");
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            // One signal, four waits: the name of the wait tells them apart. A type of its own would refuse what does not fit, and the run would fail.
            var entered = ctx.WaitForSignalAsync<JsonElement>("code", step: $"attempt_{attempt}", timeout: GiveUpAfter);
            if (await Task.WhenAny(entered, expiry) == expiry || ctx.UtcNow >= end)
                return new Verification("expired", attempt - 1);
            if (IsRight(CodeOf(await entered), code))
                return new Verification("verified", attempt);
        }

        return new Verification("locked", MaxAttempts);
    }

    // What a person typed: {"code":"123456"}. Anything else is a wrong code.
    private static string CodeOf(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : "";

    // In a time that does not tell how many digits were right.
    private static bool IsRight(string entered, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(entered.Trim()), Encoding.UTF8.GetBytes(code));
}
