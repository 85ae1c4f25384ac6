using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class ValueListTests
{
    private sealed record Team(string Name, ValueList<string> Members);

    [Fact]
    public void ListsOfEqualItemsInTheSameOrderAreEqual()
    {
        ValueList<string> list = ["a", "b", "c"];
        ValueList<string> same = ["a", "b", new string('c', 1)];
        Assert.True(list == same);
        Assert.False(list != same);
        Assert.True(list.Equals((object)same));
        Assert.Equal(list.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void ListsWithAnotherOrderOrCountDiffer()
    {
        ValueList<int> list = [1, 2, 3];
        Assert.True(list != [1, 3, 2]);
        Assert.True(list != [1, 2]);
        Assert.True(list != [1, 2, 3, 3]);
        Assert.False(list.Equals("1, 2, 3"));
        Assert.False(list.Equals((object?)null));
    }

    [Fact]
    public void TheDefaultIsTheEmptyList()
    {
        ValueList<int> list = default;
        ValueList<int> empty = [];
        Assert.True(list.IsEmpty);
        Assert.Empty(list);
        Assert.Equal(0, list.AsSpan().Length);
        Assert.Equal(empty, list);
        Assert.Equal(Array.Empty<int>().ToValueList(), list);
        Assert.Equal(empty.GetHashCode(), list.GetHashCode());
        Assert.Equal(Array.Empty<int>().ToValueList().GetHashCode(), list.GetHashCode());
        Assert.Equal("[]", list.ToString());
    }

    [Fact]
    public void ARecordThatHoldsAListIsEqualByValue()
    {
        var team = new Team("north", ["Ann", "Bob"]);
        var same = new Team("north", new List<string> { "Ann", "Bob" }.ToValueList());
        Assert.Equal(team, same);
        Assert.Equal(team.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(team, team with { Members = ["Bob", "Ann"] });
    }

    [Fact]
    public void AListIsACopyOfItsSource()
    {
        int[] source = [1, 2, 3];
        ValueList<int> created = ValueList.Create<int>(source);
        ValueList<int> converted = source.ToValueList();
        source[0] = 99;
        Assert.Equal([1, 2, 3], created);
        Assert.Equal([1, 2, 3], converted);
    }

    [Fact]
    public void AllWaysToReadAListAgree()
    {
        ValueList<int> list = [4, 5, 6];
        var read = new List<int>();
        foreach (int item in list)
        {
            read.Add(item);
        }

        Assert.Equal([4, 5, 6], read);
        Assert.Equal([4, 5, 6], list.AsSpan().ToArray());
        Assert.Equal([4, 5, 6], ((IEnumerable<int>)list).ToArray());
        Assert.Equal([4, 5, 6], ((System.Collections.IEnumerable)list).Cast<int>());
        Assert.Equal(6, list[2]);
        Assert.Equal(3, list.Count);
        Assert.Equal(list, list.AsEnumerable().ToValueList());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void AMessageNamesThePositionAndTheNumberOfItems(int index)
    {
        ValueList<int> list = [1, 2];
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => list[index]);
        Assert.Contains(FormattableString.Invariant($"{index}"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("2 items", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheEmptyListHasNoFirstItem()
    {
        ValueList<int> list = default;
        Refusal.By<ArgumentOutOfRangeException>(() => list[0]);
    }

    [Fact]
    public void ANullListIsRefused() =>
        Refusal.By<ArgumentNullException>(() => ((IEnumerable<int>)null!).ToValueList());

    [Fact]
    public void ListsPrintTheSameInEveryCulture()
    {
        ValueList<decimal> list = [1.5m, -2m];
        ValueList<string?> words = ["a", null, "b"];
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("[1.5, -2]", Culture.In(culture, list.ToString));
            Assert.Equal("[a, , b]", Culture.In(culture, words.ToString));
        }
    }

    [Fact]
    public void ListsPrintDatesAsIso()
    {
        ValueList<LocalDate> dates = [new LocalDate(2027, 1, 31)];
        Assert.Equal("[2027-01-31]", dates.ToString());
    }

    [Fact]
    public async Task AListIsEnumeratedAcrossAwait()
    {
        ValueList<int> list = [1, 2, 3];
        int sum = 0;
        foreach (int item in list)
        {
            await Task.Yield();
            sum += item;
        }

        Assert.Equal(6, sum);
    }

    [Fact]
    public void AListIsEnumeratedAcrossYield()
    {
        Assert.Equal([1, 3], Odd([1, 2, 3]));

        static IEnumerable<int> Odd(ValueList<int> list)
        {
            foreach (int item in list)
            {
                if (item % 2 == 1)
                {
                    yield return item;
                }
            }
        }
    }

    [Fact]
    public void ArraysAndListsConvertAndAreCopied()
    {
        int[] array = [1, 2];
        List<int> list = [1, 2];
        ValueList<int> ofArray = array;
        ValueList<int> ofList = list;
        array[0] = 9;
        list[0] = 9;

        Assert.Equal([1, 2], ofArray);
        Assert.Equal([1, 2], ofList);
        Assert.Equal("1, 2", string.Join(", ", ofArray));
    }

    [Fact]
    public void NullDoesNotConvert()
    {
        Refusal.By<ArgumentNullException>(() => (ValueList<int>)(int[])null!);
        Refusal.By<ArgumentNullException>(() => (ValueList<int>)(List<int>)null!);
    }

    [Fact]
    public void AnEmptyListHasNoCurrentItem()
    {
        ValueList<int>.Enumerator enumerator = default(ValueList<int>).GetEnumerator();
        Assert.False(enumerator.MoveNext());
        Assert.False(enumerator.MoveNext());
    }
}
