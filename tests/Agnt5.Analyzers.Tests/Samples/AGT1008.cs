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
