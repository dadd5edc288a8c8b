namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>Texts that neither an answer nor the log may show.</summary>
internal static class Secrets
{
    public const string Signing = "signing-secret-of-this-test";

    public static string? In(string text)
    {
        if (text.Contains(Signing, StringComparison.Ordinal))
            return "the signing secret";
        return text.Contains(MisbehavingStore.UrlSecret, StringComparison.Ordinal) ? "a signed URL" : null;
    }
}
