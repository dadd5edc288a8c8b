using Microsoft.Extensions.DependencyInjection;

public static partial class Orders
{
    [Function]
    private static string {|AGT1001:Hidden|}() => "";

    [Function]
    static string {|AGT1001:HiddenByDefault|}() => "";

    [Function]
    public static string Open() => "";

    [Function]
    internal static string Internal() => "";

    [Function]
    public static string ByKey([FromKeyedServices(Key.Hidden)] IServiceProvider {|AGT1001:services|}) => "";

    [Function]
    public static string ByOpenKey([FromKeyedServices("key")] IServiceProvider text, [FromKeyedServices(DayOfWeek.Monday)] IServiceProvider value) => "";

    [Agent(Model = "test-model")]
    private static partial Task<string> {|AGT1001:HiddenAgent|}(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    internal static partial Task<string> InternalAgent(AgentContext ctx, string message);

    private enum Key
    {
        Hidden,
    }

    private static class Inner
    {
        [Function]
        public static string {|AGT1001:InPrivateClass|}() => "";
    }
}

public class Shipping : IShipping
{
    [Function]
    protected static string {|AGT1001:ForHeirs|}() => "";

    [Function]
    private protected static string {|AGT1001:ForHeirsHere|}() => "";

    [Function]
    protected internal static string ForHeirsAndThisAssembly() => "";

    [Function]
    string IShipping.{|AGT1001:Ship|}() => "";

    protected class Inner
    {
        [Function]
        public static string {|AGT1001:InProtectedClass|}() => "";
    }
}

public class Returns([FromKeyedServices(typeof(Returns.Key))] IServiceProvider {|AGT1001:services|})
{
    [Function]
    public string Accept() => services.ToString()!;

    private class Key;
}

public interface IShipping
{
    string Ship();
}

file static class Local
{
    [Function]
    public static string {|AGT1001:InFileLocalClass|}() => "";
}
