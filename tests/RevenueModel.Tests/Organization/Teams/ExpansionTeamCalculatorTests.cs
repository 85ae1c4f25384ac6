using FsCheck.Xunit;
using RevenueModel.Organization;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Teams;

public class ExpansionTeamCalculatorTests
{
    [Fact]
    public void AccountsOfTheHighestCeilingsGetTheTeams()
    {
        ExpansionAssignment assignment = ExpansionTeamCalculator.Assign(
            [Team("East", 2, "Full", "Small"), Team("West", 1, "Large")],
            [
                Account("Full", 500m, 500m), Account("Small", 10m, 20m), Account("Large", 100m, 1_100m),
                Account("Mid", 0m, 400m), Account("Twin", 600m, 1_000m), Account("Other", 0m, 30m),
            ]);

        Assert.Equal(
            ["East: Mid, Twin, room 800", "West: Large, room 1,000"],
            assignment.Teams.Select(team => team.ToString()));
        Assert.Equal(
            ["Full: East to no team", "Mid: no team to East", "Small: East to no team", "Twin: no team to East"],
            assignment.Moves.Select(move => move.ToString()));
        Assert.Equal(
            (1_800m, 1_010m, 40m), (assignment.CoveredRoom, assignment.CurrentRoom, assignment.LeftRoom));
        Assert.Equal(["Other", "Small", "Full"], assignment.Left.Select(account => account.Account));
    }

    [Fact]
    public void TheRankCanBeTheCeiling()
    {
        ExpansionAccount[] accounts = [Account("Grown", 900m, 1_000m), Account("New", 0m, 500m)];

        Assert.Equal(
            500m, ExpansionTeamCalculator.Assign([Team("East", 1)], accounts).CoveredRoom);
        Assert.Equal(
            100m, ExpansionTeamCalculator.Assign([Team("East", 1)], accounts, ExpansionRank.Ceiling).CoveredRoom);
    }

    [Fact]
    public void TheCeilingFollowsFromTheSites() =>
        Assert.Equal(3_975_000m, ExpansionAccount.OfSites("Acme", 75_000m, 39, 100_000m).Ceiling);

    // All assignments of up to five accounts to two teams.
    [Property(MaxTest = 150)]
    public void NoAssignmentCoversMoreRoomWithFewerMoves(int seed)
    {
        var random = new Random(seed);
        ExpansionAccount[] accounts =
        [
            .. Enumerable.Range(0, random.Next(6)).Select(i => Account($"A{i}", random.Next(4), random.Next(9))),
        ];
        int[] current = [.. accounts.Select(_ => random.Next(3))];
        ExpansionTeam[] teams =
        [
            .. Enumerable.Range(1, 2).Select(team => Team(
                $"T{team}",
                random.Next(4),
                [.. accounts.Where((_, i) => current[i] == team).Select(account => account.Account)])),
        ];
        ExpansionAssignment found = ExpansionTeamCalculator.Assign(teams, accounts);

        decimal best = 0m;
        int fewest = int.MaxValue;
        HashSet<string> chosen = [.. found.Teams.SelectMany(team => team.Accounts).Select(one => one.Account)];
        for (int code = 0; code < Math.Pow(3, accounts.Length); code++)
        {
            int[] team = [.. accounts.Select((_, i) => code / (int)Math.Pow(3, i) % 3)];
            if (team.Count(t => t == 1) > teams[0].Capacity || team.Count(t => t == 2) > teams[1].Capacity)
            {
                continue;
            }

            best = Math.Max(best, accounts.Where((_, i) => team[i] > 0).Sum(account => account.Room));
            if (chosen.SetEquals(accounts.Where((_, i) => team[i] > 0).Select(account => account.Account)))
            {
                fewest = Math.Min(fewest, team.Where((t, i) => t != current[i]).Count());
            }
        }

        Assert.Equal(best, found.CoveredRoom);
        Assert.Equal(fewest, found.Moves.Count);
        Assert.Equal(accounts.Sum(account => account.Room), found.CoveredRoom + found.LeftRoom);
        Assert.Equal(accounts.Length, found.Left.Count + chosen.Count);
        Assert.Equal(found.CoveredRoom, found.Teams.Sum(team => team.Room));
    }

    [Property(MaxTest = 50)]
    public void TheOrderOfAccountsDoesNotMatter(int seed)
    {
        var random = new Random(seed);
        ExpansionAccount[] accounts =
            [.. Enumerable.Range(0, 12).Select(i => Account($"A{i}", 0m, random.Next(4)))];
        ExpansionTeam[] teams = [Team("East", 3, "A1", "A2"), Team("West", 2, "A3")];
        ExpansionAssignment before = ExpansionTeamCalculator.Assign(teams, accounts);
        random.Shuffle(accounts);

        Assert.Equal(before, ExpansionTeamCalculator.Assign(teams, accounts));
    }

    [Fact]
    public void RefusalsNameTheTeamAndTheAccount()
    {
        Refusal.With(
            "Team \"East\" had the account \"Acme\"; one of the accounts is expected.",
            () => ExpansionTeamCalculator.Assign([Team("East", 1, "Acme")], []));
        Refusal.With(
            "teams had \"Acme\" in \"East\" and \"West\"; one team of an account is expected.",
            () => ExpansionTeamCalculator.Assign(
                [Team("East", 1, "Acme"), Team("West", 1, "Acme")], [Account("Acme", 0m, 1m)]));
        Refusal.With(
            "teams had \"east\" twice; each team once is expected.",
            () => ExpansionTeamCalculator.Assign([Team("East", 1), Team("east", 1)], []));
        Refusal.With(
            "accounts had \"acme\" twice; each account once is expected.",
            () => ExpansionTeamCalculator.Assign([], [Account("Acme", 0m, 1m), Account("acme", 0m, 1m)]));
        Refusal.By<ArgumentException>(
            "accounts",
            () => ExpansionTeamCalculator.Assign(
                [], [Account("A", 0m, decimal.MaxValue), Account("B", 0m, decimal.MaxValue)]));
    }

    private static ExpansionTeam Team(string name, int capacity, params string[] accounts) =>
        new() { Name = name, Capacity = capacity, Accounts = accounts };

    private static ExpansionAccount Account(string name, decimal arr, decimal ceiling) =>
        new() { Account = name, Arr = arr, Ceiling = ceiling };
}
