namespace Agnt5.Providers.Tests.Components;

/// <summary>An agent whose model names its provider.</summary>
public static partial class AcmeLibrary
{
    /// <summary>Answers questions about books.</summary>
    [Agent("acme_librarian", Model = "acme/model")]
    public static partial Task<string> Librarian(AgentContext ctx, string message);
}
