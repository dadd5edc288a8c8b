using Agnt5;
using Microsoft.Extensions.DependencyInjection;
using OwnHost;

var address = "http://127.0.0.1:8787/";
var isDevelopment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Development";
var options = new ServerlessOptions { ServiceVersion = ServiceVersionDefault.Find() };
ServerlessConfiguration.ApplyEnvironment(options);
var secret = isDevelopment ? DevelopmentSecret.MakeIfMissing(options) : null;
await using var services = new ServiceCollection().BuildServiceProvider();
var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, options, services);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
if (isDevelopment)
    DevelopmentGuide.Print(new Uri(address), Agnt5Components.Catalog, options, secret, Console.Out);
await new ListenerHost(endpoint, address).RunAsync(stop.Token);
