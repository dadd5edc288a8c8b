using Agnt5;
using Agnt5.PayloadEndpoint;

// One binary in two roles, so that one publish is enough: the endpoint that is measured, and with "store DIRECTORY" the object store beside it.
if (args is ["store", var directory])
{
    await FileStore.RunAsync(directory);
    return;
}

await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, static builder =>
    builder.Services.Configure<ServerlessOptions>(static options => options.OutboundGuard.AllowPrivateNetworks = true));
