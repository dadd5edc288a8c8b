using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>What makes two deliveries one event: the same id at the same target. A long id is kept as its hash.</summary>
internal static class EventKey
{
    private const int MostLength = 256;

    /// <summary>The key of a published event.</summary>
    public static string Of(EventTarget target, string eventId) => $"event:{target.Kind}:{target.Ref}:{Bounded(eventId)}";

    /// <summary>The key of a webhook's delivery. No publisher can take it for an event of its own.</summary>
    public static string OfWebhook(EventTarget target, string source, string integrationId, string deliveryId) =>
        $"webhook:{target.Kind}:{target.Ref}:{Bounded($"{source}:{integrationId}:{deliveryId}")}";

    // A hash has another form than what is kept as it is, so none can be mistaken for it.
    private static string Bounded(string id) => id.Length <= MostLength ? $"id:{id}" : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
