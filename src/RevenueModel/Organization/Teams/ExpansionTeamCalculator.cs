using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Moves expansion teams to the accounts that can grow most.</summary>
public static class ExpansionTeamCalculator
{
    /// <summary>Assigns the accounts with the highest rank to teams, with as few moves as possible.</summary>
    /// <param name="teams">The teams with their capacities and their current accounts, each once.</param>
    /// <param name="accounts">The accounts, each once.</param>
    /// <param name="rank">What accounts are ranked by. Default: the room to expand.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentException">A team or an account is null or repeated, an account has two teams, a team
    /// serves an account that is not given, or the room exceeds the range of a decimal.</exception>
    /// <remarks>With <c>n</c> places in all teams, the <c>n</c> accounts of the highest rank get a team; by room, no
    /// other choice covers more of it. Accounts without room get none. Equal accounts are ranked by name. An account
    /// keeps its team unless the team has more of the chosen accounts than places; then those of the lowest rank move.
    /// The others fill the free places in the order of the teams.</remarks>
    /// <example><code>
    /// ExpansionTeam[] teams = [new() { Name = "East", Capacity = 1, Accounts = ["Acme"] }];
    /// ExpansionAccount[] accounts =
    /// [
    ///     ExpansionAccount.OfSites("Acme", arr: 400_000m, sitesLeft: 1, acvPerSite: 100_000m),
    ///     ExpansionAccount.OfSites("Beta", arr: 75_000m, sitesLeft: 39, acvPerSite: 100_000m),
    /// ];
    /// var assignment = ExpansionTeamCalculator.Assign(teams, accounts);
    /// Console.WriteLine(assignment); // room 3,900,000 covered, 100,000 left, 2 moves
    /// </code></example>
    public static ExpansionAssignment Assign(
        ReadOnlySpan<ExpansionTeam> teams,
        ReadOnlySpan<ExpansionAccount> accounts,
        ExpansionRank rank = ExpansionRank.Room)
    {
        Guard.Against.Undefined(rank);
        RequireDistinct(teams, accounts);
        Dictionary<string, int> current = CurrentTeams(teams, accounts);
        ExpansionAccount[] ranked = accounts.ToArray();
        Array.Sort(ranked, (one, other) => Compare(one, other, rank));
        long places = 0;
        foreach (ExpansionTeam team in teams)
        {
            places += team.Capacity;
        }

        var chosen = new List<ExpansionAccount>();
        foreach (ExpansionAccount account in ranked)
        {
            if (account.Room > 0m && chosen.Count < places)
            {
                chosen.Add(account);
            }
        }

        int[] teamOf = Place(teams, chosen, current);
        var placed = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < chosen.Count; i++)
        {
            placed[chosen[i].Account] = teamOf[i];
        }

        return Assignment(teams, ranked, current, placed);
    }

    /// <inheritdoc cref="Assign(ReadOnlySpan{ExpansionTeam}, ReadOnlySpan{ExpansionAccount}, ExpansionRank)"/>
    public static ExpansionAssignment Assign(
        IEnumerable<ExpansionTeam> teams,
        IEnumerable<ExpansionAccount> accounts,
        ExpansionRank rank = ExpansionRank.Room) => Assign(teams.AsItems(), accounts.AsItems(), rank);

    // The team of each chosen account: its own one while it has places, then the first with a free place.
    private static int[] Place(
        ReadOnlySpan<ExpansionTeam> teams, List<ExpansionAccount> chosen, Dictionary<string, int> current)
    {
        var free = new int[teams.Length];
        for (int team = 0; team < teams.Length; team++)
        {
            free[team] = teams[team].Capacity;
        }

        var teamOf = new int[chosen.Count];
        for (int i = 0; i < chosen.Count; i++)
        {
            bool stays = current.TryGetValue(chosen[i].Account, out int own) && free[own] > 0;
            teamOf[i] = stays ? own : -1;
            if (stays)
            {
                free[own]--;
            }
        }

        int next = 0;
        for (int i = 0; i < chosen.Count; i++)
        {
            if (teamOf[i] < 0)
            {
                while (free[next] == 0)
                {
                    next++;
                }

                free[next]--;
                teamOf[i] = next;
            }
        }

        return teamOf;
    }

    private static ExpansionAssignment Assignment(
        ReadOnlySpan<ExpansionTeam> teams,
        ExpansionAccount[] ranked,
        Dictionary<string, int> current,
        Dictionary<string, int> placed)
    {
        var accounts = new List<ExpansionAccount>[teams.Length];
        var room = new decimal[teams.Length];
        for (int team = 0; team < teams.Length; team++)
        {
            accounts[team] = [];
        }

        var left = new List<ExpansionAccount>();
        var moves = new SortedDictionary<string, ExpansionMove>(StringComparer.OrdinalIgnoreCase);
        decimal covered = 0m, currently = 0m, uncovered = 0m;
        foreach (ExpansionAccount account in ranked)
        {
            string? from = current.TryGetValue(account.Account, out int before) ? teams[before].Name : null;
            currently = from is null ? currently : DomainGuards.Total(currently, account.Room, nameof(accounts));
            string? to = null;
            if (placed.TryGetValue(account.Account, out int after))
            {
                to = teams[after].Name;
                accounts[after].Add(account);
                room[after] = DomainGuards.Total(room[after], account.Room, nameof(accounts));
                covered = DomainGuards.Total(covered, account.Room, nameof(accounts));
            }
            else
            {
                left.Add(account);
                uncovered = DomainGuards.Total(uncovered, account.Room, nameof(accounts));
            }

            if (from != to)
            {
                moves[account.Account] = new ExpansionMove { Account = account.Account, From = from, To = to };
            }
        }

        var lines = new ExpansionTeamAccounts[teams.Length];
        for (int team = 0; team < teams.Length; team++)
        {
            lines[team] = new ExpansionTeamAccounts
            {
                Team = teams[team].Name, Accounts = accounts[team], Room = room[team],
            };
        }

        return new ExpansionAssignment
        {
            Teams = ValueList.Own(lines),
            Left = left,
            Moves = moves.Values.ToValueList(),
            CoveredRoom = covered,
            CurrentRoom = currently,
            LeftRoom = uncovered,
        };
    }

    private static int Compare(ExpansionAccount one, ExpansionAccount other, ExpansionRank rank)
    {
        int byRank = rank == ExpansionRank.Ceiling
            ? other.Ceiling.CompareTo(one.Ceiling)
            : other.Room.CompareTo(one.Room);
        return byRank != 0 ? byRank : string.CompareOrdinal(one.Account, other.Account);
    }

    private static void RequireDistinct(ReadOnlySpan<ExpansionTeam> teams, ReadOnlySpan<ExpansionAccount> accounts)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ExpansionTeam team in teams)
        {
            if (!names.Add(Guard.Against.Null(team, nameof(teams)).Name))
            {
                throw new ArgumentException(
                    Invariant($"teams had \"{team.Name}\" twice; each team once is expected."), nameof(teams));
            }
        }

        names.Clear();
        foreach (ExpansionAccount account in accounts)
        {
            if (!names.Add(Guard.Against.Null(account, nameof(accounts)).Account))
            {
                throw new ArgumentException(
                    Invariant($"accounts had \"{account.Account}\" twice; each account once is expected."),
                    nameof(accounts));
            }
        }
    }

    private static Dictionary<string, int> CurrentTeams(
        ReadOnlySpan<ExpansionTeam> teams, ReadOnlySpan<ExpansionAccount> accounts)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ExpansionAccount account in accounts)
        {
            names.Add(account.Account);
        }

        var current = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int team = 0; team < teams.Length; team++)
        {
            foreach (string account in teams[team].Accounts)
            {
                if (!names.Contains(account))
                {
                    throw new ArgumentException(
                        Invariant($"Team \"{teams[team].Name}\" had the account \"{account}\"; ")
                            + "one of the accounts is expected.",
                        nameof(teams));
                }

                if (!current.TryAdd(account, team))
                {
                    throw new ArgumentException(
                        Invariant($"teams had \"{account}\" in \"{teams[current[account]].Name}\" and ")
                            + Invariant($"\"{teams[team].Name}\"; one team of an account is expected."),
                        nameof(teams));
                }
            }
        }

        return current;
    }
}

/// <summary>The figure by which accounts are ranked when expansion teams are assigned.</summary>
public enum ExpansionRank
{
    /// <summary>The room: ceiling less ARR. It covers the most room. The default.</summary>
    Room = 0,

    /// <summary>The ceiling, as plans that move capacity to the highest lifetime ceilings do.</summary>
    Ceiling = 1,
}
