// Human interaction with a limited number of tries (after samples of Azure Durable Functions).
using System.Security.Cryptography;

public sealed record VerifyPhone(string Number);

public sealed record CodeEntered(int Code);

public interface ISms
{
    Task SendAsync(string number, string text, CancellationToken cancellationToken);
}

public sealed class PhoneVerification(ISms sms)
{
    private const int Tries = 3;

    /// <summary>Sends a code and lets the person enter it three times.</summary>
    [Workflow]
    public async Task<bool> VerifyPhoneNumber(WorkflowContext ctx, VerifyPhone request)
    {
        var code = await ctx.StepAsync("send_code", async ct =>
        {
            var drawn = RandomNumberGenerator.GetInt32(10_000);
            await sms.SendAsync(request.Number, $"Your code is {drawn:0000}", ct);
            return drawn;
        });

        var expires = ctx.UtcNow.AddSeconds(90);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var left = expires - ctx.UtcNow;
            if (left <= TimeSpan.Zero)
                return false;

            try
            {
                var entered = await ctx.WaitForSignalAsync<CodeEntered>("code_entered", $"try_{attempt}", left);
                if (entered.Code == code)
                    return true;
            }
            catch (WaitTimeoutException)
            {
                return false;
            }
        }

        return false;
    }
}
