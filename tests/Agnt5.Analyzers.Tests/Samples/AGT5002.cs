using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

public static class Hosting
{
    public static void Everywhere(WebApplicationBuilder builder, ServerlessOptions options, IHostEnvironment environment, bool flag)
    {
        builder.Services.Configure<ServerlessOptions>(configured => configured.AllowUnsigned = {|AGT5002:true|});
        builder.Services.AddAgnt5(null!, configured => configured.AllowUnsigned = flag ? {|AGT5002:true|} : configured.Enabled is true);
        _ = new ServerlessOptions { AllowUnsigned = {|AGT5002:true|} };
        options.AllowUnsigned = {|AGT5002:!environment.IsDevelopment()|};
        options.AllowUnsigned = environment.IsDevelopment() ? false : {|AGT5002:true|};
        if (!environment.IsDevelopment())
            options.AllowUnsigned = {|AGT5002:true|};
        if (environment.IsDevelopment() || flag)
            options.AllowUnsigned = {|AGT5002:true|};
        if (environment.IsDevelopment())
            flag = false;
        else
            options.AllowUnsigned = {|AGT5002:true|};
        if (!environment.IsProduction())
            options.AllowUnsigned = {|AGT5002:true|};
#if DEBUG
        flag = true;
#endif
        options.AllowUnsigned = {|AGT5002:true|};
    }

    public static void InDevelopment(WebApplicationBuilder builder, ServerlessOptions options, IHostEnvironment environment, bool flag)
    {
        var isLocal = environment.IsDevelopment() && flag;
        options.AllowUnsigned = false;
        options.AllowUnsigned = flag;
        options.AllowUnsigned = environment.IsDevelopment();
        options.AllowUnsigned = environment.IsDevelopment() && flag;
        options.AllowUnsigned = environment.IsEnvironment("Development");
        options.AllowUnsigned = environment.EnvironmentName == Environments.Development;
        options.AllowUnsigned = environment.IsDevelopment() ? true : false;
        if (environment.IsDevelopment())
            builder.Services.Configure<ServerlessOptions>(configured => configured.AllowUnsigned = true);
        if (isLocal)
            options.AllowUnsigned = true;
        if (flag && (environment.IsDevelopment()))
        {
            options.AllowUnsigned = true;
        }

        if (environment.EnvironmentName is not "Development")
            options.AllowUnsigned = false;
        else
            options.AllowUnsigned = true;
        if (!environment.IsDevelopment() || flag)
            return;
        options.AllowUnsigned = true;
    }

    public static void Constants(ServerlessOptions options, Other other)
    {
        other.AllowUnsigned = true;
        _ = options.AllowUnsigned;
    }

    public sealed class Other
    {
        public bool AllowUnsigned { get; set; }
    }
}
