using Agnt5;
using Agnt5.AbuseTarget;
using Microsoft.Extensions.AI;

await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, static builder => builder.Services.AddSingleton<IChatClient, EchoModel>());
