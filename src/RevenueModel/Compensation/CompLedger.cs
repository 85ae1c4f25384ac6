using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The facts from which the pay of a person is computed: plans in force, credits, and events of deals and
/// accounts.</summary>
/// <remarks>
/// Immutable; equal by value. At most one plan is in force on a day. Every credit is dated on a day with a plan that
/// pays on its measure. Statements are computed from a ledger and the statements issued before.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompLedger
{
    private readonly EarningsCache _earnings = new();

    private CompLedger(
        string person,
        ValueList<CompAssignment> assignments,
        ValueList<CompCredit> credits,
        ValueList<CompEvent> events,
        LocalDate hired,
        LocalDate? lastWorkingDay,
        CompOpening? opening,
        ValueList<TeamSpiffCredit> team)
    {
        Person = person;
        Assignments = assignments;
        Credits = credits;
        Events = events;
        Hired = hired;
        LastWorkingDay = lastWorkingDay;
        Opening = opening;
        Team = team;
    }

    /// <summary>Gets the person who is paid.</summary>
    public string Person { get; }

    /// <summary>Gets the plans in force, in date order.</summary>
    public ValueList<CompAssignment> Assignments { get; }

    /// <summary>Gets the credits, in the order in which they were given.</summary>
    public ValueList<CompCredit> Credits { get; }

    /// <summary>Gets the events of deals and accounts, in the order in which they were given.</summary>
    public ValueList<CompEvent> Events { get; }

    /// <summary>Gets the first day of tenure, from which ramps count.</summary>
    public LocalDate Hired { get; }

    /// <summary>Gets the last day of employment, or <see langword="null"/> if no end is known. The plan in force ends
    /// on this day, and the person leaves on the day after.</summary>
    public LocalDate? LastWorkingDay { get; }

    /// <summary>Gets the balances and attainment from another system, or <see langword="null"/> if there are
    /// none.</summary>
    public CompOpening? Opening { get; }

    /// <summary>Gets the use of team budgets by teammates; empty if no budget is shared
    /// (<see cref="SpiffBudgetCalculator"/>).</summary>
    public ValueList<TeamSpiffCredit> Team { get; }

    /// <summary>Gets the events without effect, with the reason. Common causes are a misspelled id, a deal id in place
    /// of an account, and a missing credit.</summary>
    public ValueList<EventWithoutEffect> EventsWithoutEffect => UnusedEvents.Of(this);

    /// <summary>Gets the first day after the last working day.</summary>
    internal LocalDate? Left => LastWorkingDay?.PlusDays(1);

    /// <summary>Creates a ledger.</summary>
    /// <param name="person">The person who is paid; not blank.</param>
    /// <param name="assignments">The plans in force, at least one, in any order.</param>
    /// <param name="credits">The credits, in any order. Default: none.</param>
    /// <param name="events">The events of deals and accounts, in any order. Default: none.</param>
    /// <param name="hired">The first day of tenure. Default: the first day of the first plan.</param>
    /// <param name="lastWorkingDay">The last day of employment. Default: no end.</param>
    /// <param name="opening">Balances and attainment from another system. Default: none.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentException">There is no plan, or two are in force on one day; two credits have the same
    /// id, or are equal in all properties; a credit is dated on a day without a plan or before the opening, has a
    /// measure that its plan does not pay on, is a level that is negative or given as a percentage, or has a contract
    /// value of the opposite sign; the first or last day of tenure does not match the plans; or a ramp or a draw
    /// counts months from a first day that is not given. The message names the record, the property and the
    /// values.</exception>
    /// <example><code>
    /// var plan = new CompPlan
    /// {
    ///     Role = "Account Executive", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50),
    ///     Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) }],
    /// };
    /// CompCredit deal = CompCredit.Of("Acme", new LocalDate(2027, 3, 1), 250_000m);
    /// CompLedger ledger = CompLedger.Of("Ada", [CompAssignment.Of(plan, DateSpan.Year(2027))], [deal]);
    /// Console.WriteLine(ledger); // Ada: Account Executive [2027-01-01, 2028-01-01); 1 credit; 0 events
    /// </code></example>
    public static CompLedger Of(
        string person,
        ReadOnlySpan<CompAssignment> assignments,
        ReadOnlySpan<CompCredit> credits = default,
        ReadOnlySpan<CompEvent> events = default,
        LocalDate? hired = null,
        LocalDate? lastWorkingDay = null,
        CompOpening? opening = null)
    {
        Guard.Against.Blank(person);
        ValueList<CompAssignment> ordered = LedgerRules.InOrder(assignments, person);
        LocalDate first = hired ?? ordered[0].InForce.Start;
        LedgerRules.RequireTenure(person, ordered, first, lastWorkingDay);
        LedgerRules.RequireFirstDays(person, ordered, hired);
        foreach (CompEvent @event in events)
        {
            Guard.Against.Null(@event, nameof(events));
        }

        var ledger = new CompLedger(
            person,
            ordered,
            ValueList.Create(credits),
            ValueList.Create(events),
            first,
            lastWorkingDay,
            opening,
            team: []);
        LedgerRules.RequireOpening(ledger, nameof(opening));
        LedgerRules.RequireCredits(ledger, nameof(credits));
        return ledger;
    }

    /// <inheritdoc
    ///     cref="Of(string, ReadOnlySpan{CompAssignment},
    ///     ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?, LocalDate?, CompOpening?)"/>
    public static CompLedger Of(
        string person,
        IEnumerable<CompAssignment> assignments,
        IEnumerable<CompCredit> credits,
        IEnumerable<CompEvent>? events = null,
        LocalDate? hired = null,
        LocalDate? lastWorkingDay = null,
        CompOpening? opening = null) => Of(
            person,
            assignments.AsItems(),
            credits.AsItems(),
            (events ?? []).AsItems(nameof(events)),
            hired,
            lastWorkingDay,
            opening);

    /// <summary>Creates a ledger with one plan, which is in force as long as it is effective.</summary>
    /// <param name="person">The person who is paid; not blank.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="credits">The credits, in any order.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentException">A value is refused by
    /// <see cref="Of(string, ReadOnlySpan{CompAssignment},
    /// ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?, LocalDate?, CompOpening?)"/>.</exception>
    public static CompLedger Of(string person, CompPlan plan, params ReadOnlySpan<CompCredit> credits)
    {
        CompAssignment assignment = CompAssignment.Of(Guard.Against.Null(plan));
        try
        {
            return Of(person, [assignment], credits);
        }
        catch (ArgumentException refused) when (refused.ParamName == "assignments")
        {
            throw DomainGuards.Within($"{nameof(CompPlan)} \"{plan.Role}\"", refused, nameof(plan));
        }
    }

    /// <inheritdoc cref="Of(string, CompPlan, ReadOnlySpan{CompCredit})"/>
    public static CompLedger Of(string person, CompPlan plan, IEnumerable<CompCredit> credits) =>
        Of(person, plan, credits.AsItems());

    /// <summary>Returns the ledger with added or replaced credits, added events, and optionally a last working
    /// day.</summary>
    /// <param name="credits">The credits to add. A credit with the id of a credit of the ledger replaces it. Default:
    /// none.</param>
    /// <param name="events">Events to add. Default: none.</param>
    /// <param name="lastWorkingDay">The last day of employment. Default: unchanged.</param>
    /// <returns>A new ledger.</returns>
    /// <exception cref="ArgumentException">A credit is equal to one in the ledger, two of the credits have the same
    /// id, or a credit or the day is refused by
    /// <see cref="Of(string, ReadOnlySpan{CompAssignment},
    /// ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?, LocalDate?, CompOpening?)"/>.</exception>
    public CompLedger With(
        ReadOnlySpan<CompCredit> credits = default,
        ReadOnlySpan<CompEvent> events = default,
        LocalDate? lastWorkingDay = null) => Of(
            Person,
            Assignments.AsSpan(),
            LedgerRules.Replaced(this, credits, nameof(credits)),
            [.. Events, .. events],
            Hired,
            lastWorkingDay ?? LastWorkingDay,
            Opening).WithTeam(Team);

    /// <inheritdoc cref="With(ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?)"/>
    public CompLedger With(
        IEnumerable<CompCredit> credits,
        IEnumerable<CompEvent>? events = null,
        LocalDate? lastWorkingDay = null) =>
        With(credits.AsItems(), (events ?? []).AsItems(nameof(events)), lastWorkingDay);

    /// <summary>Returns the ledger with the use of team budgets by teammates.</summary>
    internal CompLedger WithTeam(ValueList<TeamSpiffCredit> team) => team == Team
        ? this
        : new CompLedger(Person, Assignments, Credits, Events, Hired, LastWorkingDay, Opening, team);

    /// <summary>Returns the earnings of the ledger, cached while they are in use.</summary>
    internal Earnings Earnings() => _earnings.Of(this);

    /// <summary>Returns the position of the plan in force on a day, or -1 if there is none.</summary>
    internal int AssignmentOn(LocalDate date)
    {
        for (int i = 0; i < Assignments.Count; i++)
        {
            if (Assignments[i].InForce.Contains(date))
            {
                return date > LastWorkingDay ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>Returns the position of the last plan in force in a period, or of the last plan.</summary>
    internal int AssignmentIn(DateSpan period)
    {
        for (int i = Assignments.Count - 1; i >= 0; i--)
        {
            if (InForce(i)?.Overlaps(period) == true)
            {
                return i;
            }
        }

        return Assignments.Count - 1;
    }

    /// <summary>Returns the days on which an assignment is in force, up to the last working day, or null if there are
    /// none.</summary>
    internal DateSpan? InForce(int assignment)
    {
        DateSpan span = Assignments[assignment].InForce;
        if (Left is not { } left)
        {
            return span;
        }

        return left > span.Start ? span.Intersect(DateSpan.Between(span.Start, left)) : null;
    }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        $"{Person}: {string.Join("; ", Assignments)}; {Plural.Of(Credits.Count, "credit")}; "
            + Plural.Of(Events.Count, "event");
}
