using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.AspNetCore.Direct;

/// <summary>The host's own application, whatever it keeps for a request.</summary>
internal abstract class HostApplication
{
    public abstract object CreateContext(IFeatureCollection features);

    public abstract Task ProcessAsync(object context);

    public abstract void DisposeContext(object context, Exception? exception);

    public static HostApplication Of<TContext>(IHttpApplication<TContext> application)
        where TContext : notnull => new Typed<TContext>(application);

    private sealed class Typed<TContext>(IHttpApplication<TContext> application) : HostApplication
        where TContext : notnull
    {
        public override object CreateContext(IFeatureCollection features) => application.CreateContext(features);

        public override Task ProcessAsync(object context) => application.ProcessRequestAsync((TContext)context);

        public override void DisposeContext(object context, Exception? exception) => application.DisposeContext((TContext)context, exception);
    }
}
