using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests;

/// <summary>The workflows of this project, each with the world around it.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("pack_parcel"),
        new("keep_trying") { Failures = new Dictionary<string, int> { ["do_quick"] = 2, ["do_slow"] = 3, ["do_mixed"] = 4 },
            Attempts = new Dictionary<string, int> { ["do_quick"] = 4, ["do_slow"] = 4, ["do_mixed"] = 6 } },
        new("pay_or_refund") { Catches = true, Failures = new Dictionary<string, int> { ["do_charge"] = 1, ["do_call"] = 2 }, Compensations = [new("do_charge", "do_refund")] },
        new("ship_or_release") { Catches = true, Failures = new Dictionary<string, int> { ["do_ship"] = 1 }, Compensations = [new("do_ship", "do_release")] },
        new("ship_and_clean_up") { Catches = true, Failures = new Dictionary<string, int> { ["do_ship"] = 1 }, Compensations = [new("do_ship", "do_release")] },
        new("ship_several")
        {
            RunsBranches = true,
            Catches = true,
            Failures = new Dictionary<string, int> { ["do_ship"] = 1, ["do_label"] = 1, ["do_apologize"] = 2 },
            NeverAfter = [new("do_ship", "do_release"), new("do_label", "do_release")],
        },
        new("charge_beside_a_nap") { RunsBranches = true, Failures = new Dictionary<string, int> { ["do_charge"] = 2 } },
        new("tell_and_fail") { Failures = new Dictionary<string, int> { ["do_risky"] = 2 } },
        new("call_outside"),
        new("price_order")
        {
            Input = """
                {"event":{"id":"evt_1","name":"order.placed","source":"api","timestamp_ns":1733337600000000000,"data":{"id":"o-1","total":250}},
                 "deployment_id":"dep_1","target_kind":"deployment_id","target_ref":"dep_1"}
                """,
        },
        new("sleep_a_lot"),
        new("ask_a_lot")
        {
            Answers = new Dictionary<int, Reply>
            {
                [0] = new("é \"quoted\""),
                [1] = new("approve", TimeSpan.FromDays(1)),
                [2] = new("__custom__:xl"),
                [3] = new("""["bow","card"]"""),
                [4] = new("__skipped__"),
                [6] = new("fine"),
            },
            Unasked = new Dictionary<int, string> { [1] = "reject", [3] = """["bow"]""" },
        },
        new("ship_when_seen")
        {
            RunsBranches = true,
            Answers = new Dictionary<int, Reply>
            {
                [0] = new("approve", TimeSpan.FromHours(1)),
                [1] = new("reject"),
                [2] = new("large", TimeSpan.FromDays(3)),
            },
            Unasked = new Dictionary<int, string> { [0] = "reject", [1] = "approve", [2] = "small", [3] = "approve" },
        },
        new("ask_whoever_is_there")
        {
            Answers = new Dictionary<int, Reply> { [1] = new("Ada", TimeSpan.FromHours(1)), [2] = new("""["bow","card"]""", TimeSpan.FromHours(2)) },
            Unasked = new Dictionary<int, string> { [2] = """["card"]""" },
        },
        new("collect_payments")
        {
            Signals = new Dictionary<string, Reply>
            {
                ["opened/opened"] = new("""{"id":"p-1","items":[]}"""),
                ["paid/month 1"] = new("\"one\"", TimeSpan.FromDays(3)),
                ["paid/month 3"] = new("three, and no JSON"),
                ["paid/month 4"] = new("\"four\"", TimeSpan.FromDays(29)),
            },
        },
        new("research_things") { Message = "research", Catches = true },
        new("pay_people")
        {
            Message = "pay",
            Catches = true,
            Answers = new Dictionary<int, Reply> { [0] = new("approve", TimeSpan.FromHours(1)), [1] = new("reject", TimeSpan.FromMinutes(5)) },
            Unasked = new Dictionary<int, string> { [0] = "reject", [1] = "approve" },
        },
        new("write_twice")
        {
            Message = "write",
            Failures = new Dictionary<string, int> { ["agnt5:agent:run_1:0:1:model:2"] = 2 },
            Attempts = new Dictionary<string, int> { ["agnt5:agent:run_1:0:1:model:2"] = 5 },
        },
        new("ask_readers")
        {
            RunsBranches = true,
            Catches = true,
            Answers = new Dictionary<int, Reply> { [0] = new("approve", TimeSpan.FromHours(1)), [1] = new("fine") },
            Unasked = new Dictionary<int, string> { [0] = "reject" },
        },
        new("fan_out") { RunsBranches = true },
        new("prepare_trip")
        {
            RunsBranches = true,
            Failures = new Dictionary<string, int> { ["do_train"] = 2 },
            Attempts = new Dictionary<string, int> { ["do_train"] = 5 },
            Answers = new Dictionary<int, Reply> { [0] = new("aisle", TimeSpan.FromHours(1)), [1] = new("soup", TimeSpan.FromMinutes(20)) },
            Unasked = new Dictionary<int, string> { [0] = "window" },
            Signals = new Dictionary<string, Reply> { ["visa/visa"] = new("granted", TimeSpan.FromHours(9)) },
        },
        new("compensate_one") { RunsBranches = true, Catches = true, Failures = new Dictionary<string, int> { ["do_car"] = 1 },
            Compensations = [new("do_car", "do_cancel_car"), new("do_hotel", "do_cancel_hotel")] },
        new("look_later") { RunsBranches = true, Catches = true, Failures = new Dictionary<string, int> { ["do_risky"] = 1 }, Compensations = [new("do_risky", "do_rescue")] },
        new("two_at_a_time") { RunsBranches = true },
        new("one_at_a_time") { RunsBranches = true },
        new("pass_along") { RunsBranches = true },
        new("first_of_three") { IsRace = true },
        new("whatever_comes")
        {
            IsRace = true,
            Answers = new Dictionary<int, Reply> { [0] = new("yes", TimeSpan.FromMinutes(10)) },
            Signals = new Dictionary<string, Reply> { ["found/found"] = new("key", TimeSpan.FromMinutes(10)) },
        },
        new("as_they_come") { IsRace = true },
        new("against_the_clock") { IsRace = true },
        new("first_that_works") { IsRace = true, Catches = true, Failures = new Dictionary<string, int> { ["do_bad"] = 9, ["do_worse"] = 9 } },
        new("with_foreign_tasks") { IsRace = true },
    ];

    public static TheoryData<string> Names => [.. All.Select(static scenario => scenario.Workflow)];

    public static Scenario Named(string name) => All.Single(scenario => scenario.Workflow == name);
}
