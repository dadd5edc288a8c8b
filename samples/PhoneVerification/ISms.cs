namespace PhoneVerification;

/// <summary>Sends text messages; in a real service, the HTTP client of a provider.</summary>
public interface ISms
{
    Task SendAsync(string number, string text, CancellationToken cancellationToken);
}

/// <summary>Logs the messages, so that whoever tries the sample can read the code.</summary>
public sealed class LoggedSms(ILogger<LoggedSms> logger) : ISms
{
    public Task SendAsync(string number, string text, CancellationToken cancellationToken)
    {
        logger.LogInformation("To {Number}: {Text}", number, text);
        return Task.CompletedTask;
    }
}
