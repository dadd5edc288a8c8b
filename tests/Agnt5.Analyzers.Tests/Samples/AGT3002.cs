public static class Orders
{
    [Workflow({|AGT3002:MaxConcurrency = 0|})]
    public static void Zero() { }

    [Function("negative", Priority = -1, {|AGT3002:MaxConcurrency = -2|})]
    public static void Negative() { }

    [Tool(MaxConcurrency = 1)]
    public static void One() { }

    [Function(Priority = 0)]
    public static void NotWritten() { }
}
