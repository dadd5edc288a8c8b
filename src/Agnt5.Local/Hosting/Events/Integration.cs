namespace Agnt5.Local.Hosting.Events;

/// <summary>A provider that sends webhooks.</summary>
/// <param name="Source"><c>standard</c>, <c>sentry</c>, <c>stripe</c>, <c>github</c> or <c>slack</c>.</param>
/// <param name="IntegrationId">Its name in the URL.</param>
/// <param name="Secret">The secret that the provider signs with.</param>
/// <param name="Environment">The environment whose components its events start.</param>
internal sealed record Integration(string Source, string IntegrationId, string Secret, string Environment)
{
    /// <summary>Without the secret: it must not get into a log.</summary>
    public override string ToString() => $"{Source}/{IntegrationId} of {Environment}";
}
