using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>All that a person's pay follows from: the plans in force, the credits, and what became of the deals.</summary>
/// <remarks>
/// Immutable; equal by value. No two plans are in force on one day, and every credit is dated on a day with a plan that
/// knows its measure. Statements are computed from a ledger and the statements issued before.
/// </remarks>
public sealed record CompLedger
{
    private CompLedger(
        string person,
        ValueList<CompAssignment> assignments,
        ValueList<CompCredit> credits,
        ValueList<CompEvent> events,
        LocalDate hired,
        LocalDate? left)
    {
        Person = person;
        Assignments = assignments;
        Credits = credits;
        Events = events;
        Hired = hired;
        Left = left;
    }

    /// <summary>Who is paid.</summary>
    public string Person { get; }

    /// <summary>The plans in force, in order of time.</summary>
    public ValueList<CompAssignment> Assignments { get; }

    /// <summary>The credits, as they were given.</summary>
    public ValueList<CompCredit> Credits { get; }

    /// <summary>What became of deals and accounts, as it was given.</summary>
    public ValueList<CompEvent> Events { get; }

    /// <summary>The first day of tenure, from which ramps count.</summary>
    public LocalDate Hired { get; }

    /// <summary>The first day on which the person no longer works here, or <see langword="null"/> where there is none. It ends
    /// the plan in force.</summary>
    public LocalDate? Left { get; }

    /// <summary>The events of which no credit has the deal, or the account where it is one that befalls accounts. They change
    /// nothing, so far: look for a misspelt id, a deal in place of its account, or a credit that is still to come.</summary>
    public ValueList<CompEvent> UnmatchedEvents
    {
        get
        {
            HashSet<string> deals = new(StringComparer.Ordinal);
            HashSet<string> accounts = new(StringComparer.Ordinal);
            foreach (CompCredit credit in Credits)
            {
                deals.Add(credit.Deal ?? "");
                accounts.Add(credit.AccountKey ?? "");
            }

            return Events.Where(@event => !IsKnown(@event)).ToValueList();

            bool IsKnown(CompEvent @event) => @event.Kind switch
            {
                CompEventKind.WentLive or CompEventKind.Churned => accounts.Contains(@event.Subject),
                CompEventKind.Invoiced => deals.Contains(@event.Subject) || accounts.Contains(@event.Subject),
                _ => deals.Contains(@event.Subject),
            };
        }
    }

    /// <summary>Creates a ledger.</summary>
    /// <param name="person">The person who is paid; not blank.</param>
    /// <param name="assignments">The plans in force, at least one, in any order.</param>
    /// <param name="credits">The credits, in any order. Default: none.</param>
    /// <param name="events">What became of deals and accounts, in any order. Default: none.</param>
    /// <param name="hired">The first day of tenure. Default: the first day of the first plan.</param>
    /// <param name="left">The first day on which the person no longer works here. Default: none.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentException">There is no plan, or two are in force on one day; a credit is dated on a
    /// day without a plan, has a measure that its plan does not know, or is a negative level; a day of tenure or of
    /// leaving does not fit the plans; or a ramp or a draw counts months from a first day that is not given. The
    /// message names the record, the property and the values.</exception>
    public static CompLedger Of(
        string person,
        ReadOnlySpan<CompAssignment> assignments,
        ReadOnlySpan<CompCredit> credits = default,
        ReadOnlySpan<CompEvent> events = default,
        LocalDate? hired = null,
        LocalDate? left = null)
    {
        Guard.Against.Blank(person);
        ValueList<CompAssignment> ordered = LedgerRules.InOrder(assignments, person);
        LocalDate first = hired ?? ordered[0].InForce.Start;
        LedgerRules.RequireTenure(person, ordered, first, left);
        LedgerRules.RequireFirstDays(person, ordered, hired);
        foreach (CompEvent @event in events)
        {
            Guard.Against.Null(@event, nameof(events));
        }

        var ledger = new CompLedger(
            person, ordered, ValueList.Create(credits), ValueList.Create(events), first, left);
        LedgerRules.RequireCredits(ledger, nameof(credits));
        return ledger;
    }

    /// <inheritdoc
    ///     cref="Of(string, ReadOnlySpan{CompAssignment}, ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?, LocalDate?)"/>
    public static CompLedger Of(
        string person,
        IEnumerable<CompAssignment> assignments,
        IEnumerable<CompCredit> credits,
        IEnumerable<CompEvent>? events = null,
        LocalDate? hired = null,
        LocalDate? left = null) =>
        Of(person, assignments.AsItems(), credits.AsItems(), (events ?? []).AsItems(nameof(events)), hired, left);

    /// <summary>Returns the ledger with further credits and events, and a day of leaving where one is given.</summary>
    /// <param name="credits">Credits to add. Default: none.</param>
    /// <param name="events">Events to add. Default: none.</param>
    /// <param name="left">The first day on which the person no longer works here. Default: as before.</param>
    /// <returns>A new ledger.</returns>
    /// <exception cref="ArgumentException">A credit is dated on a day without a plan, has a measure that its plan
    /// does not know, or is a negative level; or the day of leaving does not fit the plans.</exception>
    public CompLedger With(
        ReadOnlySpan<CompCredit> credits = default,
        ReadOnlySpan<CompEvent> events = default,
        LocalDate? left = null) =>
        Of(Person, Assignments.AsSpan(), [.. Credits, .. credits], [.. Events, .. events], Hired, left ?? Left);

    /// <inheritdoc cref="With(ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?)"/>
    public CompLedger With(
        IEnumerable<CompCredit> credits,
        IEnumerable<CompEvent>? events = null,
        LocalDate? left = null) =>
        With(credits.AsItems(), (events ?? []).AsItems(nameof(events)), left);

    /// <summary>The position of the plan in force on a day, or -1 where none is.</summary>
    internal int AssignmentOn(LocalDate date)
    {
        for (int i = 0; i < Assignments.Count; i++)
        {
            if (InForce(i)?.Contains(date) == true)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The role of the last plan in force in a period, or of the last plan at all.</summary>
    internal string RoleIn(DateSpan period)
    {
        for (int i = Assignments.Count - 1; i >= 0; i--)
        {
            if (InForce(i)?.Overlaps(period) == true)
            {
                return Assignments[i].Plan.Role;
            }
        }

        return Assignments[Assignments.Count - 1].Plan.Role;
    }

    /// <summary>The days on which an assignment is in force, up to the day of leaving.</summary>
    internal DateSpan? InForce(int assignment)
    {
        DateSpan span = Assignments[assignment].InForce;
        if (Left is not { } left)
        {
            return span;
        }

        return left > span.Start ? span.Intersect(DateSpan.Between(span.Start, left)) : null;
    }

    /// <summary>The ledger in words.</summary>
    public override string ToString() =>
        Invariant($"{Person}: {string.Join("; ", Assignments)}; {Plural.Of(Credits.Count, "credit")}; {Plural.Of(Events.Count, "event")}");
}
