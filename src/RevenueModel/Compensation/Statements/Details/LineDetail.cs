using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a statement line. <see cref="StatementLine.Explanation"/> has them as text.</summary>
/// <remarks>Immutable; equal by value. There is one type for each kind of line.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public abstract record LineDetail
{
    private protected LineDetail()
    {
    }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    /// <returns>The explanation.</returns>
    public abstract override string ToString();

    private protected static string Percent(decimal share) => Invariant($"{share * 100m:0.##}%");
}
