using Agnt5;

JavaScriptHost.Serve(Agnt5Components.Catalog);
