using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>The terms of all subscriptions, as rows are read.</summary>
internal sealed class TermBook(OverlappingTerms rule)
{
    private readonly List<TermRow> _terms = [];

    // The places of the terms of each subscription, by start. With Add, terms are not compared.
    private readonly Dictionary<string, List<int>> _bySubscription = new(StringComparer.Ordinal);

    /// <summary>Adds a term, unless it overlaps a term that it cannot be reconciled with.</summary>
    /// <param name="key">The subscription.</param>
    /// <param name="term">The term.</param>
    /// <param name="isCut">Whether this term or an earlier row was cut.</param>
    /// <returns>The row of the term that it overlaps, or null if it was added.</returns>
    public int? Add(string key, TermRow term, out bool isCut)
    {
        isCut = false;
        if (rule != OverlappingTerms.Add)
        {
            if (!_bySubscription.TryGetValue(key, out List<int>? places))
            {
                _bySubscription[key] = places = [];
            }

            // The terms of a subscription do not overlap, so that only its neighbors by start can overlap the new one.
            int at = FirstAfter(places, term.Start);
            if (at > 0 && _terms[places[at - 1]] is var before && (before.End is null || before.End > term.Start))
            {
                if (rule == OverlappingTerms.Refuse || before.Start == term.Start)
                {
                    return before.Row;
                }

                _terms[places[at - 1]] = Ended(before, term.Start);
                isCut = true;
            }

            if (at < places.Count && _terms[places[at]] is var after && (term.End is null || term.End > after.Start))
            {
                if (rule == OverlappingTerms.Refuse)
                {
                    return after.Row;
                }

                term = Ended(term, after.Start);
                isCut = true;
            }

            places.Insert(at, _terms.Count);
        }

        _terms.Add(term);
        return null;
    }

    /// <summary>Returns the subscriptions in the order of the file.</summary>
    public IEnumerable<Subscription> ToSubscriptions() => _terms.Select(term => term.Subscription);

    /// <summary>Returns the days without a subscription between two terms of an account.</summary>
    public List<SubscriptionGap> ToGaps()
    {
        var gaps = new List<SubscriptionGap>();
        foreach (IGrouping<string, TermRow> account in _terms
            .GroupBy(term => term.Subscription.Account, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            LocalDate? covered = null;
            foreach (TermRow term in account.OrderBy(term => term.Start))
            {
                if (covered is { } last && last < term.Start)
                {
                    gaps.Add(new SubscriptionGap(account.Key, DateSpan.Between(last, term.Start)));
                }

                LocalDate end = term.End ?? LocalDate.MaxIsoValue;
                covered = covered > end ? covered : end;
            }
        }

        return gaps;
    }

    private int FirstAfter(List<int> places, LocalDate start)
    {
        int low = 0;
        int high = places.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_terms[places[middle]].Start <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static TermRow Ended(TermRow term, LocalDate end) => term with
    {
        End = end,
        Subscription = term.Subscription with { Term = DateSpan.Between(term.Start, end) },
    };
}
