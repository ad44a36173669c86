export * from '../../dev/samples/words';
