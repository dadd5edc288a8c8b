using Agnt5;
using Agnt5.ConformanceServer;
using Microsoft.Extensions.AI;

await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder =>
    builder.Services.AddSingleton<IChatClient, RepeatingModel>().Configure<ServerlessOptions>(options =>
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
    }));
