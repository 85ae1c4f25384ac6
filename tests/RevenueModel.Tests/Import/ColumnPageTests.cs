using System.Text.RegularExpressions;
using RevenueModel.Import;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Import;

/// <summary>The column names in the tables of the import page are recognized for their fields.</summary>
public partial class ColumnPageTests
{
    private const string Page = "docs/import.md";

    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf(Page));

    [Fact]
    public void NamesOfCrmFieldsAreRecognized() =>
        Offenders.None(Unrecognized(CrmColumnNames.For(CrmImportOptions.Default), "| Field | Salesforce "));

    [Fact]
    public void NamesOfUsageFieldsAreRecognized() =>
        Offenders.None(Unrecognized(UsageColumns.Names, "| Field | Recognized", "| `Customer`"));

    [Fact]
    public void NamesOfStageLogFieldsAreRecognized() =>
        Offenders.None(Unrecognized(StageLogReader.Names, "| Field | Recognized", "| `Deal`"));

    [Fact]
    public void NamesOfSubscriptionFieldsAreRecognized() =>
        Offenders.None(Unrecognized(SubscriptionColumns.Names, "| Field | Recognized", "| `Account`"));

    // A table starts with a line, and its first row with a text.
    private static IEnumerable<string> Unrecognized<TField>(ColumnNames<TField> names, string head, string row = "| `")
        where TField : struct, Enum
    {
        int start = Enumerable.Range(0, Lines.Length - 2).Single(i =>
            Lines[i].StartsWith(head, StringComparison.Ordinal)
            && Lines[i + 2].StartsWith(row, StringComparison.Ordinal));
        string[][] rows =
        [
            .. Lines[(start + 2)..].TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|')),
        ];
        Assert.All(
            Enum.GetNames<TField>(),
            field => Assert.Contains(rows, cells => cells[0].Contains($"`{field}`", StringComparison.Ordinal)));
        return
            from cells in rows
            let known = Code().Matches(cells[0])
                .SelectMany(match => names.Of(Enum.Parse<TField>(match.Groups["field"].Value)))
                .ToHashSet(StringComparer.Ordinal)
            from name in cells[1..].SelectMany(cell => Condition().Replace(cell, "").Split(',', ';'))
            let column = Word().Replace(name, "").Trim()
            where column.Length > 0 && !known.Contains(NameNormalizer.OfColumn(column))
            select $"{cells[0].Trim()}: {column}";
    }

    [GeneratedRegex("`(?<field>\\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@" \(if [^)]+\)")]
    private static partial Regex Condition();

    // "each also with "Name"" and "else each with "ID"" are not names.
    [GeneratedRegex("""^ (else )?each .*$|^ (else|or) """)]
    private static partial Regex Word();
}
