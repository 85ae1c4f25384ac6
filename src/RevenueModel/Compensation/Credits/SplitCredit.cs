using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The credit of a person for a part of a split deal.</summary>
/// <param name="Share">The person and the share of the deal.</param>
/// <param name="Credit">The credit. Its <see cref="CompCredit.Credited"/> is the part of the person.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SplitCredit(CreditShare Share, CompCredit Credit)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Share?.Person}: {Credit?.Credited:#,0.##}");
}
