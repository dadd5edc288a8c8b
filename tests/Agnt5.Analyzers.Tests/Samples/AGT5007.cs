using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = {|AGT5007:WebApplication.CreateBuilder|}(args);
builder.Services.AddAgnt5(null!);
var app = builder.Build();
app.MapAgnt5();
app.Run();

public static class Orders
{
    [Function]
    public static string Ship(string order) => order;
}

namespace Agnt5
{
    public static class JavaScriptHost
    {
        public static void Serve(ComponentCatalog catalog, Action<IServiceCollection, ServerlessOptions>? configure = null) => configure?.Invoke(null!, null!);
    }
}
