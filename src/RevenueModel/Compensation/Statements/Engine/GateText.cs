using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Formats gates and the conditions that they require.</summary>
internal static class GateText
{
    public static string Of(ValueList<CreditGate> gates) =>
        string.Join(", ", gates.Select(static gate => $"gate \"{gate.Name}\" (requires {Wanted(gate)})"));

    private static string Wanted(CreditGate gate)
    {
        string? buyers = gate.RequiredEngagement switch
        {
            BuyerEngagement.None => null,
            BuyerEngagement.Both => "IT and OT",
            BuyerEngagement.IT => "IT",
            _ => "OT",
        };
        return string.Join(" and ", new[] { buyers, gate.RequiredMilestone }.Where(static what => what is not null));
    }
}
