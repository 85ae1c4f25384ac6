using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The supporting roles that worked on a deal, such as solutions consultants.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealTeam
{
    /// <summary>Gets the id of the deal, compared by ordinal.</summary>
    public required string DealId { get; init => field = Guard.Against.Blank(value, nameof(DealId)); }

    /// <summary>Gets the roles, one for each person. Empty if nobody supported the deal.</summary>
    public ValueList<string> Roles
    {
        get;
        init
        {
            foreach (string role in value)
            {
                Guard.Against.Blank(role, nameof(Roles));
            }

            field = value;
        }
    }

    /// <summary>Returns the deal and the roles.</summary>
    public override string ToString() => DealId + ": " + (Roles.IsEmpty ? "nobody" : string.Join(", ", Roles));
}
