public static class Orders
{
    [Workflow]
    [{|AGT1007:Function|}]
    public static void Two() { }

    [Tool("lookup"), {|AGT1007:Function("lookup")|}, {|AGT1007:Workflow|}]
    public static void Three() { }

    [Agent, {|AGT1007:Workflow|}]
    public static void AgentToo(string message) { }

    [Workflow]
    [Obsolete]
    public static void OneOfOurs() { }
}
