public static class Orders
{
    [Workflow({|AGT1002:""|})]
    public static void Empty() { }

    [Function({|AGT1002:"   "|}, Description = "blank")]
    public static void Blank() { }

    [Tool({|AGT1002:" approve"|}, Description = "Looks.")]
    public static void Padded() { }

    [Tool(name: {|AGT1002:"approve\n"|}, Description = "ends with a line break")]
    public static void PaddedByLineBreak() { }

    [Function({|AGT1002:"app\trove"|})]
    public static void Tab() { }

    [Function({|AGT1002:Names.Padded|})]
    public static void FromConstant() { }

    [Function("approve order")]
    public static void SpaceInside() { }

    [Function("zustimmen.größe/1")]
    public static void Unusual() { }

    [Function(null)]
    public static void WrittenNull() { }

    [Function]
    public static void Async() { }
}

public static class Names
{
    public const string Padded = "approve ";
}
