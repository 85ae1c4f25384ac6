using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The use of the team budget of a <see cref="Spiff"/> by a teammate, before the budget limits it.</summary>
/// <param name="Spiff">The id of the SPIFF.</param>
/// <param name="Person">The teammate.</param>
/// <param name="Date">The day on which the credit counts.</param>
/// <param name="Amount">The amount in the currency of the plan; negative for a reversal.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct TeamSpiffCredit(string Spiff, string Person, LocalDate Date, decimal Amount)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Date:R} {Person}: {Amount:#,0.00} of SPIFF {Spiff}");
}
