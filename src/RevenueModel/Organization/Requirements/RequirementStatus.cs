using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A requirement as a company meets it: whether it is due, what is missing, and what that costs. Created by
/// <see cref="RequirementCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RequirementStatus
{
    /// <summary>Gets the requirement.</summary>
    public required RoleRequirement Requirement { get; init; }

    /// <summary>Gets the first day on which it is due, the day of the company if it is due already, or
    /// <see langword="null"/> if growth does not lead to it.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Gets whether it is due on the day of the company.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Gets the roles that are needed and that nobody has, in the order of the requirement.</summary>
    public ValueList<string> MissingRoles { get; init; }

    /// <summary>Gets the number of deals of the segments of the requirement for each person of a role, by role;
    /// <see langword="null"/> where nobody has the role. Empty if the roles are not counted by deal.</summary>
    public ValueList<Keyed<string, decimal?>> DealsPerPerson { get; init; }

    /// <summary>Gets the cost per year of one person for each missing role, or <see langword="null"/> if the cost of
    /// one is not known.</summary>
    public decimal? CostPerYear { get; init; }

    /// <summary>Gets the day from which on the missing roles have paid back at the earliest, if they start when they
    /// are due, or <see langword="null"/> if no payback is published or none is missing.</summary>
    public LocalDate? PaidBackFrom { get; init; }

    /// <summary>Gets the day by which they have paid back at the latest, or <see langword="null"/>.</summary>
    public LocalDate? PaidBackBy { get; init; }

    /// <summary>Gets whether it is due and a role is missing.</summary>
    public bool IsOpen => IsDue && !MissingRoles.IsEmpty;

    /// <summary>Returns the requirement and how it is met.</summary>
    public override string ToString()
    {
        string due = IsDue ? "due" : DueOn is { } day ? Invariant($"due on {day:R}") : "not due";
        return Invariant($"{Requirement.Name}: {due}")
            + (MissingRoles.IsEmpty ? ", met" : Invariant($", missing {string.Join(", ", MissingRoles)}"))
            + (CostPerYear is > 0m and var cost ? Invariant($", {cost:#,0.##} a year") : "");
    }
}
