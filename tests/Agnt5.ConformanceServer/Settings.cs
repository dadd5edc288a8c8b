using Agnt5;

namespace Agnt5.ConformanceServer;

/// <summary>The settings of the recorded server, whatever host serves.</summary>
internal static class Settings
{
    public static void Apply(ServerlessOptions options)
    {
        options.ServiceName = "conformance";
        options.ServiceVersion = "1.0.0";
        // The suite starts one server without a secret. Where there is one, unsigned invokes are refused all the same.
        options.AllowUnsigned = options.AllowUnsignedInProduction = true;
        // The recorded requests answer questions that the recorded server does not mark as asked.
        options.AcceptUnaskedAnswers = true;
        // Recorded inputs choose their sessions.
        options.AcceptInputSessions = true;
        // The suite's object store listens on loopback.
        options.OutboundGuard.AllowPrivateNetworks = true;
        options.OutboundGuard.RequireHttps = false;
        options.OutboundGuard.AllowedPorts.Add(0);
        // WebAssembly has no sockets whose addresses could be checked, so hosts have to be named there.
        options.OutboundGuard.AllowedHosts.Add("127.0.0.1");
    }
}
