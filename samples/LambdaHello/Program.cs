using Agnt5;
using LambdaHello;

#if DEBUG
// On your machine: a web server, with all that dotnet run and dotnet agnt5 do with one. A Release build, which is what is published, leaves it out.
await ServerlessHost.RunAsync(args, Agnt5Components.Catalog);
#else
await LambdaHost.RunAsync(args, Agnt5Components.Catalog);
#endif
