using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Agnt5.AspNetCore;

/// <summary>What the web server would refuse a body for.</summary>
internal static class BodyBounds
{
    /// <summary>Takes the bounds away, because the endpoint has its own.</summary>
    public static void LeaveToTheEndpoint(IFeatureCollection features)
    {
        // The endpoint bounds the body itself and answers in the protocol's words.
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bodySize)
            bodySize.MaxRequestBodySize = null;
        // The endpoint's time for a body takes its place. Kestrel would refuse a slow body in no words of the protocol. Because of one stream that stalls, it would end a whole HTTP/2 connection,
        // with every other request on it.
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } bodyRate)
            bodyRate.MinDataRate = null;
    }
}
