using Agnt5;

JavaScriptHost.Serve(Agnt5Components.Catalog, static (_, options) =>
{
    options.AllowUnsigned = true;
    options.IsDevelopment = true;
});
