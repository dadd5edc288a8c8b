using Agnt5.TypeCorpus.Snake;

namespace Agnt5.TypeCorpus.Types;

// A type of an assembly with another naming policy follows the policy of the assembly whose components name it.
public static class OtherAssemblyComponents
{
    [Workflow] public static Task<OrderLine> CamelCaseOrderLine(WorkflowContext run, [Input] OrderLine value) => run.StepAsync("value", () => value);
}
