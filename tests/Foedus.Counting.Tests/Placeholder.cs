namespace Foedus.Counting.Tests;
