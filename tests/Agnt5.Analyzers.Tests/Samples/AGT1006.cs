public static class Orders
{
    [Workflow]
    public static void WorkflowTakesFunctionContext(FunctionContext {|AGT1006:context|}) { }

    [Function]
    public static void FunctionTakesWorkflowContext(string id, WorkflowContext {|AGT1006:context|}) { }

    [Tool(Description = "Looks.")]
    public static void ToolTakesWorkflowContext(WorkflowContext? {|AGT1006:context|} = null) { }

    [Agent]
    public static void AgentTakesFunctionContext(FunctionContext {|AGT1006:context|}, string message) { }

    [Workflow]
    public static void WorkflowTakesAgentContext(AgentContext {|AGT1006:context|}) { }

    [Agent]
    public static void TwoInAgent(AgentContext first, WorkflowContext {|AGT1006:second|}) { }

    [Workflow]
    public static void Two(WorkflowContext first, ComponentContext {|AGT1006:second|}) { }

    [Workflow]
    public static void Fits(WorkflowContext context) { }

    [Function]
    public static void FunctionFits(FunctionContext context) { }

    [Tool(Description = "Looks.")]
    public static void ToolFits(FunctionContext context) { }

    [Agent]
    public static void AgentFits(AgentContext context, string message) { }

    [Agent]
    public static void AgentIsWorkflow(string message, WorkflowContext? context = null) { }

    [Workflow]
    public static void BaseFits(ComponentContext context) { }

    [Function]
    public static void None() { }

    public static void NoComponent(WorkflowContext workflow, FunctionContext function) { }
}
