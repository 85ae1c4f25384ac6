using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A credit that does not count yet, and the reason.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Detail">The gates that hold the credit, and the conditions that are not met.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct WithheldCredit(CompCredit Credit, WithheldDetail Detail)
{
    /// <summary>Gets a readable description of the gates that hold the credit, and of the conditions that are not
    /// met.</summary>
    public string Reason => Detail?.Reason ?? "";

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Credit}: {Reason}");
}
