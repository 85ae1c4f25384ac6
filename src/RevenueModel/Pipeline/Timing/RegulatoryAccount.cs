using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An account that must comply with a regulation: the controls that the regulation requires, those in place,
/// and the deadline.</summary>
/// <remarks>Immutable; equal by value. Sellers of industrial cybersecurity map each account to its regulatory
/// exposure, its control gap and its deadline (Industrial Cybersecurity KPIs 2027, section Works Differently
/// 3).</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryAccount
{
    private RegulatoryAccount(
        string account, string regulation, int controlsRequired, int controlsInPlace, LocalDate? deadline)
    {
        Account = account;
        Regulation = regulation;
        ControlsRequired = controlsRequired;
        ControlsInPlace = controlsInPlace;
        Deadline = deadline;
    }

    /// <summary>Gets the name of the account.</summary>
    public string Account { get; }

    /// <summary>Gets the name of the regulation, such as NERC CIP, NIS2 or IEC 62443.</summary>
    public string Regulation { get; }

    /// <summary>Gets the number of controls that the regulation requires of the account.</summary>
    public int ControlsRequired { get; }

    /// <summary>Gets the number of these controls that are in place.</summary>
    public int ControlsInPlace { get; }

    /// <summary>Gets the day by which the account must comply, or <see langword="null"/> if none is set.</summary>
    public LocalDate? Deadline { get; }

    /// <summary>Gets the control gap: required controls that are not in place.</summary>
    public int ControlGap => ControlsRequired - ControlsInPlace;

    /// <summary>Creates an account.</summary>
    /// <param name="account">The name of the account; not blank.</param>
    /// <param name="regulation">The name of the regulation; not blank.</param>
    /// <param name="controlsRequired">The number of required controls, zero or more.</param>
    /// <param name="controlsInPlace">The number of required controls in place, between 0 and
    /// <paramref name="controlsRequired"/>.</param>
    /// <param name="deadline">The day by which the account must comply. Default: none is set.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">A name is blank, or a number is outside its range.</exception>
    public static RegulatoryAccount Of(
        string account, string regulation, int controlsRequired, int controlsInPlace, LocalDate? deadline = null)
    {
        Guard.Against.Blank(account);
        Guard.Against.Blank(regulation);
        Guard.Against.BelowZero(controlsRequired);
        return controlsInPlace >= 0 && controlsInPlace <= controlsRequired
            ? new RegulatoryAccount(account, regulation, controlsRequired, controlsInPlace, deadline)
            : throw DomainGuards.OutOfRange(
                nameof(controlsInPlace),
                Invariant($"{controlsInPlace} for {account}"),
                Invariant($"0 to {controlsRequired}"));
    }

    /// <summary>Returns the account, the regulation, the control gap and the deadline.</summary>
    public override string ToString() =>
        Invariant($"{Account}, {Regulation}: {ControlGap:#,0} of {Plural.Of(ControlsRequired, "control")} missing")
        + (Deadline is { } deadline ? Invariant($", due {deadline:R}") : ", no deadline");
}
