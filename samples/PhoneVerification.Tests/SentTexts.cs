namespace PhoneVerification.Tests;

/// <summary>Keeps text messages.</summary>
internal sealed class SentTexts : ISms
{
    /// <summary>The messages, in order.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>How many of the next messages go out although the provider's answer is lost.</summary>
    public int LostAnswers { get; set; }

    /// <summary>The code of the latest message.</summary>
    public string Code => Texts[^1][^7..^1];

    public Task SendAsync(string number, string text, CancellationToken cancellationToken)
    {
        Texts.Add(text);
        return LostAnswers-- > 0 ? Task.FromException(new TimeoutException("The provider does not answer.")) : Task.CompletedTask;
    }
}
