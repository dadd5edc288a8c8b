using Agnt5;
using Agnt5.LoadEndpoint;

// One binary in two roles, so that one publish is enough: the measured endpoint, and with "store DIRECTORY" its object store.
if (args is ["store", var directory])
{
    await FileStore.RunAsync(directory);
    return;
}

await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, static builder =>
    builder.Services.Configure<ServerlessOptions>(static options =>
    {
        options.OutboundGuard.AllowPrivateNetworks = true;
        options.OutboundGuard.RequireHttps = false;
        options.OutboundGuard.AllowedPorts.Add(0);
    }));
