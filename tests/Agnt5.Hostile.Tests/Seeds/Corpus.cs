namespace Agnt5.Hostile.Tests.Seeds;

/// <summary>Valid requests for every component, in every state that its run goes through. The times of open waits are in the year 2100.</summary>
internal static class Corpus
{
    // The records of an interview that asks its second and its fourth question.
    private const string Fine = """{"hash":"5f2de495e63849eb70cbf5b5fc196c0505b4046b618376ea7c7031e2d4f87753","times":1}""";
    private const string WhichOnes = """{"hash":"b6fa8ccae36511a7bdae7f6d59d886e05c98037bd3815e6b29e0c16337c9aaf5","times":1}""";

    public static string[] Bodies { get; } =
    [
        Invoke("workflow", "hello", """{"name":"Ada"}"""),
        Invoke("function", "echo", """{"a":[1,2.5,"x",null,{"b":true}]}"""),
        Invoke("function", "reorder", """{"id":"o-1","size":"Large","lines":[{"sku":"s","count":2,"price":1.25},{"sku":"t","count":1,"price":3}],"due":"2030-01-31T12:00:00Z","owner":null,"extra":{"a":[1]}}"""),
        Invoke("function", "count_by_name", """{"a":[1,2],"b":[],"c":[3]}"""),
        Invoke("function", "climb", """{"name":"root","kids":[{"name":"a","kids":[{"name":"b","kids":null}]}]}"""),
        Invoke("function", "enlarge", """{"size":20000}"""),
        Invoke("function", "spell", """{"word":"abc"}"""),
        Invoke("function", "linger", "null"),
        Invoke("function", "dawdle", """{"ms":5}"""),
        Invoke("function", "dawdle", """{"ms":350}"""),
        Invoke("function", "time_out", "{}"),
        Invoke("tool", "lookup", """{"id":"o-1","limit":2}"""),

        Invoke("agent", "chat", """{"message":"hi","session_id":"s","history":[{"role":"user","content":"a"},{"role":"system","content":"b"},{"role":"assistant","content":"c"}]}"""),
        Invoke("agent", "chat", "\"hi\"", metadata: """{"session_id":"s"}"""),

        Invoke("workflow", "travel", """{"stops":["a","b"],"luggage":{"bag":[1]}}"""),
        Invoke("workflow", "travel", """{"stops":["a"],"luggage":7}""", """{"agnt5:now":[1764000000000],"agnt5:events":1,"plan":{"title":"Number","count":1},"stop:a":"A","rest":4102444800000}"""),
        Invoke("workflow", "travel", """{"stops":["a"],"luggage":null}""", """{"plan":{"title":"Null","count":1},"stop:a":"A","rest":1,"agnt5:fired:rest":true,"sleep_300000ms":1,"agnt5:fired:sleep_300000ms":true,"agnt5:now":[1,2],"agnt5:events":1}"""),

        Invoke("workflow", "take_order", Event("""{"id":"o-1","size":"Large","lines":[],"due":null,"owner":null,"extra":1}""")),
        Invoke("workflow", "take_anything", Event("[1]"), """{"look":"seen"}"""),
        Invoke("workflow", "take_anything", Event(Delivery)),
        Invoke("workflow", "take_text", Event(Delivery)),
        Invoke("workflow", "take_delivery", Delivery),
        Invoke("workflow", "take_delivery_of_order", Event(Delivery)),
        Invoke("workflow", "take_event", Event("""{"id":"o-1","size":"Small","lines":[{"sku":"s","count":2,"price":1.25}],"due":null,"owner":null,"extra":null}""")),
        Invoke("workflow", "take_nothing", Event("null")),

        Invoke("workflow", "interview", "{}"),
        Invoke("workflow", "interview", "{}", $$$"""{"agnt5:answer:0":"Ada","agnt5:since:answer:1":4102444800000,"agnt5:asked:1":{{{Fine}}}}""", """{"pause_index":"1","user_response":"approve","step_events":"{\"0\":\"Ada\"}"}"""),
        Invoke("workflow", "interview", "{}", """{"agnt5:answer:0":null,"agnt5:answer:1":"reject","agnt5:answer:2":"a","agnt5:since:answer:3":1}"""),
        Invoke("workflow", "interview", "{}", $$$"""{"agnt5:answer:0":"x","agnt5:answer:1":"approve","agnt5:answer:2":"b","agnt5:asked:3":{{{WhichOnes}}}}""", """{"pause_index":"3","user_response":"[\"a\",\"b\"]"}"""),

        Invoke("workflow", "listen", "{}"),
        Invoke("workflow", "listen", "{}", "{}", """{"signal_name":"approved","waiting_step":"gate:1","signal_payload":"{\"approved\":true,\"by\":\"Ada\"}"}"""),
        Invoke("workflow", "listen", "{}", """{"agnt5:signal:approved:gate%3A1":{"approved":true,"by":null},"agnt5:since:signal:count:count":1,"agnt5:timeout:signal:count:count":true,"agnt5:events":1}""", """{"signal_name":"raw","signal_payload":"[1]"}"""),

        Invoke("workflow", "race", "{}"),
        Invoke("workflow", "race", "{}", """{"slow":2,"quick":1,"agnt5:failed:failing":[{"type":"System.TimeoutException","message":"bank is silent"}],"agnt5:order":["slow","agnt5:failed:failing","quick"],"nap":4102444800000,"agnt5:since:answer:0":4102444800000}"""),
        Invoke("workflow", "race", "{}", """{"quick":1,"slow":2,"agnt5:order":["quick","slow","agnt5:signal:go:go"],"nap":4102444800000,"agnt5:signal:go:go":"now","agnt5:since:answer:0":4102444800000}"""),
        Invoke("workflow", "race", "{}", """{"quick":1,"slow":2,"agnt5:order":["quick","slow"],"nap":1,"agnt5:since:answer:0":1}"""),

        Invoke("workflow", "recover", """{"failures":2,"interval":1}"""),
        Invoke("workflow", "recover", """{"failures":9,"interval":3600000}"""),
        Invoke("workflow", "recover", """{"failures":0,"interval":1}""", """{"agnt5:failed:charge":[{"type":"System.InvalidOperationException","message":"no money"}],"release":"System.InvalidOperationException","agnt5:retry:flaky":{"attempt":2,"ready_at_ms":1}}"""),
        Invoke("workflow", "recover", """{"failures":5,"interval":0}""", """{"agnt5:failed:charge":[{"type":"a","message":"b"},{"type":"c","message":"d"}],"release":"a","flaky":null,"sleep_86400000ms":4102444800000}"""),

        Invoke("workflow", "toil", """{"stubborn":false}"""),
        Invoke("workflow", "toil", """{"stubborn":true}"""),
        Invoke("workflow", "toil", """{"stubborn":false}""", """{"heeds":null,"ignores":null,"part:1":null}"""),

        Invoke("workflow", "narrate", """{"title":"t"}"""),
        Invoke("workflow", "narrate", """{"title":"title"}""", """{"agnt5:events":2,"line":"short","pause":1}"""),
    ];

    private static string Delivery =>
        """{"_webhook":true,"source":"github","integration_id":"i","event_type":"push","idempotency_key":"k","timestamp":1733337600,"headers":{"x-signature":"s"},"body":"{\"id\":\"o-1\",\"size\":\"Small\",\"lines\":[],\"due\":null,\"owner\":null,\"extra\":1}"}""";

    private static string Event(string data) =>
        $$$"""{"event":{"id":"e","name":"order.created","source":"api","timestamp_ns":1733337600000000000,"data":{{{data}}}},"deployment_id":"d","target_kind":"deployment_id","target_ref":"d"}""";

    private static string Invoke(string type, string name, string input, string steps = "{}", string metadata = "{}") =>
        $$"""{"protocol_version":"workerless.v1","run_id":"r-1","project_id":"p","deployment_id":"d","component_type":"{{type}}","component_name":"{{name}}","attempt":0,"is_streaming":false,"""
        + $$"""
        "input":{{input}},"metadata":{{metadata}},"checkpoint":{"steps":{{steps}},"agent_sessions":{"s":{"messages":[] } } } }
        """;
}
