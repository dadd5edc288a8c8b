using System.Diagnostics.CodeAnalysis;

public abstract class Abstract
{
    [Function]
    public void {|AGT1008:OnAbstractClass|}() { }

    [Agent]
    public string {|AGT1008:AgentOnAbstractClass|}(string message) => message;

    [Function]
    public static void StaticOnAbstractClass() { }
}

public interface IOrders
{
    [Function]
    void {|AGT1008:OnInterface|}();
}

public struct Struct
{
    [Function]
    public void {|AGT1008:OnStruct|}() { }

    [Function]
    public static void StaticOnStruct() { }
}

public class NoPublicConstructor
{
    private NoPublicConstructor() { }

    [Function]
    public void {|AGT1008:OnClosedClass|}() { }
}

public class SeveralConstructors
{
    public SeveralConstructors() { }

    public SeveralConstructors(IServiceProvider services) { }

    [Function]
    public void {|AGT1008:OnOverloadedClass|}() { }
}

public class RefConstructor
{
    public RefConstructor(ref int count) { }

    [Function]
    public void {|AGT1008:OnClassWithRefConstructor|}() { }
}

public class Required
{
    public required string Region { get; init; }

    [Function]
    public void {|AGT1008:OnClassWithRequiredMember|}() { }
}

public class RequiredAndSet
{
    [SetsRequiredMembers]
    public RequiredAndSet(IServiceProvider services) => Region = "";

    public required string Region { get; init; }

    [Function]
    public void OnClassThatSetsItsMembers() { }
}

public sealed record Primary(IServiceProvider Services)
{
    [Function]
    public void OnRecord() { }
}

public class OnePublicConstructor
{
    public OnePublicConstructor(IServiceProvider services) { }

    internal OnePublicConstructor() { }

    [Function]
    public void OnOrdinaryClass() { }
}

public class WithContext(WorkflowContext context)
{
    [Workflow]
    public string {|AGT1008:OnClassWithContext|}() => context.RunId;

    [Workflow]
    public static string StaticOnClassWithContext(WorkflowContext context) => context.RunId;
}

public class WithBaseContext
{
    public WithBaseContext(IServiceProvider services, ComponentContext? context = null) => Id = $"{services}{context?.RunId}";

    public string Id { get; }

    [Function]
    public string {|AGT1008:OnClassWithBaseContext|}() => Id;
}

public class WithToken(CancellationToken token)
{
    [Function]
    public bool {|AGT1008:OnClassWithToken|}() => token.IsCancellationRequested;
}

public class WithOptionalToken(IServiceProvider services, CancellationToken token = default)
{
    [Function]
    public bool OnClassWithOptionalToken() => services is null || token.IsCancellationRequested;
}

public class WithEvent(TriggerEvent<string> changed)
{
    [Workflow, OnEvent("order.changed")]
    public string {|AGT1008:OnClassWithEvent|}() => changed.Data;
}

public sealed record Named(string Name)
{
    [Function]
    public string {|AGT1008:OnRecordOfText|}(int x) => Name + x;
}

public class Connected(IServiceProvider services, int? retries)
{
    [Function]
    public string {|AGT1008:OnClassWithNumber|}() => $"{services}{retries}";
}

public class Dated(DayOfWeek day)
{
    [Function]
    public string {|AGT1008:OnClassWithEnum|}() => day.ToString();
}

public class Waiting(TimeSpan limit)
{
    [Function]
    public string {|AGT1008:OnClassWithDuration|}() => limit.ToString();
}

public class WithDefaults(string name = "a", int retries = 3)
{
    [Function]
    public string OnClassWithDefaults() => name + retries;
}

public class WithKey([Microsoft.Extensions.DependencyInjection.FromKeyedServices("name")] string name)
{
    [Function]
    public string OnClassWithKey() => name;
}

public struct Generic<T>
{
    [Function]
    public void {|AGT1004:OnGenericStruct|}() { }
}

public interface IGeneric
{
    [Function]
    void {|AGT1004:GenericOnInterface|}<T>();
}
